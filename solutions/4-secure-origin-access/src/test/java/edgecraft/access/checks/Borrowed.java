package edgecraft.access.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What can be made of a good signature by who has no key. */
final class Borrowed {

    private final Siege siege;
    private final String film;
    private final String expires;
    private final String signature;
    private final String keyId;

    Borrowed(Siege siege) {
        this.siege = siege;
        this.film = siege.film();
        this.expires = Long.toString(siege.later().getEpochSecond());
        this.signature = sign(siege.gate().url(film), expires);
        this.keyId = siege.ec().id();
    }

    private String sign(String url, String until) {
        return siege.ec().sign(PolicyText.canned(url, until), Signer.SHA1);
    }

    /** Targets, with half sentences that go on after "because". */
    Map<String, String> urls() {
        Map<String, String> urls = new LinkedHashMap<>();
        places(urls);
        times(urls);
        parts(urls);
        return urls;
    }

    private void places(Map<String, String> urls) {
        String why = "the signature is of another URL";
        urls.put(target("/films/another.mp4", expires, signature), why);
        urls.put(target(film.replace("/films/", "/films//"), expires, signature), why);
        urls.put(target(film.replace("/films/", "/film%73/"), expires, signature), why);
        urls.put(target(film + "/", expires, signature), why);
        urls.put(target(film + "?own=1", expires, signature), why);
        urls.put(target(film, expires, signature) + "&own=1", why);
        urls.put(target(film, expires, signature) + "?", why);
        String two = sign(siege.gate().url(film + "?a=1&b=2"), expires);
        urls.put(target(film + "?b=2&a=1", expires, two), "the order of the query has changed after it was signed");
        urls.put(target(film + "?a=1", expires, two), "a part of the query has gone after it was signed");
        urls.put(target(film, expires, two), why);
        for (String other : List.of(
                "*",
                "/films/*",
                "http://*",
                "http*://*/*",
                "https" + siege.gate().url(film).substring(4),
                film)) {
            urls.put(target(film, expires, sign(other, expires)), "what was signed is not the text of this URL");
        }
    }

    /** A URL whose text would end in the middle of the policy, signed by who didn't look. */
    String quoted() {
        String quoted = film + "?\"}]}";
        return target(quoted, expires, sign(siege.gate().url(quoted), expires));
    }

    private void times(Map<String, String> urls) {
        long now = siege.later().minus(Gated.WHILE).getEpochSecond();
        for (String over : List.of(
                "" + now,
                "" + (now - 1),
                "1",
                "0",
                "-1",
                "",
                "4294967296",
                "" + (now + 60) * 1000,
                "9223372036854775807",
                "9223372036854775808",
                "1e10",
                "0x7fffffff",
                "" + Integer.MAX_VALUE + "1",
                "NaN")) {
            urls.put(
                    target(film, over, sign(siege.gate().url(film), over)),
                    "until then is over, or no time in seconds");
        }
        urls.put(
                target(film, "" + (Long.parseLong(expires) + 1), signature),
                "the time has changed after it was signed");
        urls.put(target(film, "2147483647", signature), "the time has changed after it was signed");
    }

    private void parts(Map<String, String> urls) {
        String good = target(film, expires, signature);
        for (String name : List.of("Expires", "Signature", "Key-Pair-Id")) {
            urls.put(good.replaceFirst(name + "=[^&]*&?", "").replaceFirst("&$", ""), name + " is missing");
            urls.put(good.replace(name, name.toLowerCase(Locale.ROOT)), "the names have their case");
            urls.put(
                    good.replace(name, "%" + "%02X".formatted((int) name.charAt(0)) + name.substring(1)),
                    "the names are compared as sent");
            urls.put(good + "&" + name + "=", name + " comes twice");
            urls.put(good + "&" + name + "=x", name + " comes twice");
            urls.put(film + "?" + name + "=x&" + good.substring(film.length() + 1), name + " comes twice");
        }
        urls.put(good + "&Policy=", "it takes either Expires or Policy");
        urls.put(good + "&Policy=e30_", "it takes either Expires or Policy");
        urls.put(good + "&Hash-Algorithm=SHA1&Hash-Algorithm=SHA1", "Hash-Algorithm comes twice");
        urls.put(good.replace('&', ';'), "what is between two parameters is an ampersand");
    }

    /** Hosts for the good URL, with half sentences. */
    Map<String, String> hosts() {
        Map<String, String> hosts = new LinkedHashMap<>();
        String port = siege.gate().viewer().host().replaceAll(".*:", "");
        for (String host : List.of(
                "127.0.0.1",
                "localhost:" + port,
                "127.0.0.1:80",
                "127.0.0.1.:" + port,
                "www.example.org",
                "x@127.0.0.1:" + port,
                "127.0.0.1:0" + port)) {
            hosts.put(host, "the signature is of a URL of another host");
        }
        return hosts;
    }

    /** Values of {@code Cookie}, with half sentences. */
    Map<String, String> cookies() {
        String good = cookie(expires, signature);
        Map<String, String> cookies = new LinkedHashMap<>();
        cookies.put(
                cookie(expires, sign(siege.gate().url("/films/another.mp4"), expires)),
                "the signature is of another URL");
        cookies.put(cookie(expires, sign("*", expires)), "the signature is of another text");
        cookies.put(cookie("1", sign(siege.gate().url(film), "1")), "that time is over");
        cookies.put(cookie("2147483647", signature), "the time has changed after it was signed");
        cookies.put(good.replace("CloudFront-", ""), "the names begin with CloudFront-");
        cookies.put(good.replace("CloudFront-", "cloudfront-"), "the names have their case");
        cookies.put(good.replace("; ", ", "), "what is between two cookies is a semicolon");
        for (String name : List.of("Expires", "Signature", "Key-Pair-Id")) {
            cookies.put(
                    good.replaceAll("(; )?CloudFront-" + name + "=[^;]*", "").replaceFirst("^; ", ""),
                    name + " is missing");
            cookies.put(good + "; CloudFront-" + name + "=x", name + " comes twice");
            cookies.put("CloudFront-" + name + "=x; " + good, name + " comes twice");
        }
        cookies.put(good + "; CloudFront-Policy=e30_", "it takes either Expires or Policy");
        return cookies;
    }

    private String target(String own, String until, String signed) {
        return own + (own.contains("?") ? "&" : "?") + "Expires=" + until + "&Signature=" + signed + "&Key-Pair-Id="
                + keyId;
    }

    private String cookie(String until, String signed) {
        return "CloudFront-Expires=" + until + "; CloudFront-Signature=" + signed + "; CloudFront-Key-Pair-Id=" + keyId;
    }
}

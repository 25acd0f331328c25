package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Request;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;

/** Targets and cookies with too much in them, or with what nobody expects there. */
@Step("4.9")
class OddTextChecks {

    @Check(
            id = "line-breaks",
            title = "a line break in a URL is never one in a head",
            reference = "CWE-113; RFC 9110 §5.5")
    void lineBreaks(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        Siege siege = Siege.of(server, fixtures);
        siege.upstream().answerAll().body("for everybody, too");

        for (String end : List.of(
                "%0d%0a",
                "%0D%0A",
                "%0a",
                "%0d",
                "%0d%0a%20",
                "%0d%0a%0d%0a",
                "%E5%98%8D%E5%98%8A",
                "%250d%250a",
                "%E2%80%A8",
                "%C2%85",
                "%5cr%5cn",
                "%0b",
                "%0c",
                "%09",
                "%1f",
                "%7f")) {
            for (String target : List.of(
                    "/" + random.name() + end + "X-Injected:%20yes",
                    "/" + random.name() + "?a=" + end + "X-Injected:%20yes",
                    "/" + random.name() + "?" + end + "X-Injected:yes&b",
                    "/" + random.name() + "/" + end + "GET%20" + siege.film() + "%20HTTP/1.1")) {
                asSentOrNotAtAll(siege, target);
            }
            asSentOrNotAtAll(siege, siege.page(), "Cookie: a=" + end + "X-Injected: yes");
            siege.assertStopped(
                    "nobody has signed this", siege.attacker().head("GET", siege.film() + end + "X-Injected:yes"));
            siege.assertStopped(
                    "nobody has signed this",
                    siege.attacker().head("GET", siege.film() + "?Key-Pair-Id=" + end + "X-Injected:yes"));
        }
        siege.assertServes();
    }

    @Check(
            id = "odd-bytes",
            title = "bytes that no URL has are passed on as they came, or refused with a 400",
            reference = "RFC 3986 §2; RFC 9112 §3.2; RFC 3629 §3")
    void oddBytes(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        Siege siege = Siege.of(server, fixtures);
        siege.upstream().answerAll().body("for everybody, too");

        for (String odd : List.of(
                "|",
                "^",
                "\"",
                "<",
                ">",
                "{",
                "}",
                "`",
                "\\",
                "[",
                "]",
                "\t",
                "\u0001",
                "\u007f",
                "\u0080",
                "\u00e9",
                "\u00c3\u00a9",
                "\u00ff",
                "\u00c0\u00af",
                "\u00ed\u00a0\u0080",
                "%",
                "%%",
                "%z",
                "%zz",
                "%a",
                "%0",
                "%u0041",
                "%-1",
                "%+1",
                "% 1",
                "%ff",
                "%c0%af",
                "%c3",
                "%ed%a0%80",
                "%f4%90%80%80",
                "%fe%ff")) {
            for (String target : List.of(
                    "/" + random.name() + odd + "x",
                    "/" + random.name() + odd,
                    "/" + random.name() + "?q=" + odd + "x",
                    "/" + random.name() + "?" + odd,
                    "/" + random.name() + "?" + odd + "=1&b=2")) {
                asSentOrNotAtAll(siege, target);
            }
            for (String target : List.of(
                    siege.film() + odd,
                    AccessScene.FILMS + odd,
                    siege.film() + "?" + odd,
                    siege.film() + "?Signature=" + odd,
                    siege.film() + "?Expires=" + odd + "&Signature=x&Key-Pair-Id=" + odd,
                    siege.film() + "?Policy=" + odd + "&Signature=x&Key-Pair-Id=x")) {
                siege.assertStopped("nobody has signed this", siege.attacker().head("GET", target));
            }
            siege.assertStopped(
                    "nobody has signed this",
                    siege.attacker().head("GET", siege.film(), "Cookie: CloudFront-Signature=" + odd));
        }
        siege.assertServes();
    }

    /** Upstream gets the request with this target, byte for byte, or none; and with one field of it for one that was sent. */
    private static void asSentOrNotAtAll(Siege siege, String target, String... lines) {
        int before = siege.upstream().requests().size();
        Came came = siege.attacker().get(target, lines);
        List<Request> reached =
                siege.upstream().requests().stream().skip(before).toList();
        if (reached.size() > 1
                || reached.stream().anyMatch(request -> !request.target().equals(target))
                || (came.has(200) && reached.isEmpty())) {
            throw new AssertionError(
                    "expected " + came.shown() + " to be passed on as it came, or refused, because who changes it asks"
                            + " for something else, but behind the gate there came " + reached);
        }
        boolean isInjected = reached.stream()
                        .anyMatch(request -> !request.fieldValues("X-Injected").isEmpty())
                || came.field("X-Injected").isPresent();
        if (isInjected) {
            throw new AssertionError("expected no field X-Injected because of " + came.shown() + ", but there is one");
        }
    }

    @Check(
            id = "long-heads",
            title = "what is too long is refused, and what is only long is read to its end",
            reference = "RFC 9110 §15.5.15; RFC 6585 §5; CWE-770")
    void longHeads(Instance<AccessSettings> server, Fixtures fixtures) {
        Siege siege = Siege.of(server, fixtures);
        String many = siege.film() + "?a" + "&a".repeat(1_500);
        siege.upstream().answer(many).body("for who paid");
        assertThat(siege.gate().viewer().get(siege.gate().signed(siege.rsa(), many)))
                .because("it is signed with all its parameters")
                .hasStatus(200)
                .hasText("for who paid");
        String cookies = "b=1; ".repeat(600)
                + String.join("; ", siege.ec().cookies(siege.gate().url(siege.film()), siege.later()));
        assertThat(siege.gate().viewer().get(siege.film(), "Cookie", cookies))
                .because("the cookies of the gate come after 600 others")
                .hasStatus(200);

        for (String query : LongTexts.queries(siege)) {
            siege.assertStopped("nobody has signed this", siege.attacker().head("GET", siege.film() + "?" + query));
        }
        for (String cookie : LongTexts.cookies()) {
            siege.assertStopped(
                    "nobody has signed this", siege.attacker().head("GET", siege.film(), "Cookie: " + cookie));
        }
        for (String path : LongTexts.paths(siege.film())) {
            siege.assertStopped("nobody has signed this", siege.attacker().head("GET", path));
        }
        siege.assertStopped("nobody has signed this", siege.attacker().head("GET", siege.film(), LongTexts.lines()));
        siege.assertServes();
    }

    @Check(
            id = "cookie-lines",
            title =
                    "cookies on several lines are one list: nothing in it counts twice, and the gate's own go no further",
            reference = "RFC 6265 §4.2.1, §5.4; RFC 9113 §8.2.3")
    void cookieLines(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        Siege siege = Siege.of(server, fixtures);
        List<String> good = siege.rsa().cookies(siege.gate().url(siege.film()), siege.later());
        String all = "Cookie: " + String.join("; ", good);

        for (String cookie : good) {
            String name = cookie.substring(0, cookie.indexOf('='));
            for (String value : List.of(cookie, name + "=x", name + "=", name)) {
                siege.assertRefused(name + " comes twice", siege.film(), all, "Cookie: " + value);
                siege.assertRefused(name + " comes twice", siege.film(), "Cookie: " + value, all);
                siege.assertRefused(
                        name + " comes twice",
                        siege.film(),
                        "Cookie: a=1",
                        all,
                        "X-A: 1",
                        "Cookie: b=2; " + value + "; c=3");
            }
        }
        siege.assertRefused("it takes either Expires or Policy", siege.film(), all, "Cookie: CloudFront-Policy=e30_");
        siege.assertRefused(
                "a hash comes twice",
                siege.film(),
                all,
                "Cookie: CloudFront-Hash-Algorithm=SHA1",
                "Cookie: CloudFront-Hash-Algorithm=SHA1");
        for (String odd : List.of(
                "",
                ";",
                "=",
                "==;;",
                "CloudFront-Signature",
                "CloudFront-Expires; CloudFront-Signature; CloudFront-Key-Pair-Id",
                "$Version=1; CloudFront-Expires=\"1\"",
                ",",
                "a b c",
                "\u00e9=\u00ff")) {
            siege.assertRefused("nobody has signed this", siege.film(), "Cookie: " + odd, "Cookie: " + odd);
        }
        othersGoOn(siege, good, random.name());
        siege.assertServes();
    }

    private static void othersGoOn(Siege siege, List<String> good, String name) {
        int before = siege.upstream().requests(siege.page()).size();
        siege.attacker()
                .get(
                        siege.page(),
                        "Cookie: a=" + name + "; " + good.get(0),
                        "Cookie: " + good.get(1),
                        "Cookie: " + good.get(2) + "; b=" + name,
                        "Cookie: c=" + name)
                .hasStatusIn("everybody may see this page", 200);
        Request reached = siege.upstream().requests(siege.page()).get(before);
        String got = String.join("; ", reached.fieldValues("Cookie"));
        // Empty pieces between two semicolons are up to who writes them.
        if (!got.replaceAll("[ ;]+", ";").replaceAll("^;|;$", "").equals("a=N;b=N;c=N".replace("N", name))) {
            throw new AssertionError(
                    "expected the cookies a, b and c to go on, and none of the gate's, whatever line they are on, but behind"
                            + " the gate there came Cookie: " + got);
        }
    }
}

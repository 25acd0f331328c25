package edgecraft.access.checks;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Request;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** How cookies come, and which of them go on. */
@Step("4.5")
class CookieFieldChecks {

    private static final String SIGNED = "the cookies are signed for this URL";

    @Check(
            id = "among-other-cookies",
            title = "the cookies come in any order, among others, in one Cookie field or in several",
            reference = "RFC 6265 §4.2, §5.4; RFC 9113 §8.2.3")
    void amongOtherCookies(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.rsa("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        List<String> own = signer.cookies(gate.url(film), gate.later());
        gate.assertLetIn(SIGNED, gate.viewer().get(film, "Cookie", String.join("; ", own)), film);

        List<String> all = new ArrayList<>(own);
        all.addAll(others(fixtures));
        Random order = new Random(fixtures.randoms().bytes(1)[0]);
        for (int i = 0; i < 8; i++) {
            Collections.shuffle(all, order);
            gate.assertLetIn(SIGNED + ", and others come with them", lines(gate, film, String.join("; ", all)), film);
        }
        gate.assertLetIn(
                SIGNED + ", and spaces after a semicolon mean nothing",
                lines(gate, film, String.join(";", all), String.join(";  ", others(fixtures)) + ";"),
                film);
        gate.assertLetIn(
                SIGNED + ", each in a Cookie field of its own", lines(gate, film, all.toArray(String[]::new)), film);
        List<String> rest = all.subList(2, all.size());
        gate.assertLetIn(
                SIGNED + ", in two Cookie fields",
                lines(gate, film, String.join("; ", all.subList(0, 2)), String.join("; ", rest)),
                film);
        gate.assertRefused("one of the cookies is not there", () -> lines(gate, film, own.get(0), own.get(1)), 403);
    }

    private static List<String> others(Fixtures fixtures) {
        String x = fixtures.randoms().name();
        return List.of(
                "session=" + x,
                "theme=a=b==&c",
                "flag-" + x,
                "empty-" + x + "=",
                "Expires=" + x,
                "Signature=" + x,
                "XCloudFront-Signature=" + x,
                "CloudFront-Signature2=" + x,
                "CloudFront-Country=" + x);
    }

    private static Answer lines(Gated gate, String film, String... cookies) {
        List<String> lines = new ArrayList<>(List.of("Host: " + gate.viewer().host()));
        Stream.of(cookies).map(cookie -> "Cookie: " + cookie).forEach(lines::add);
        return gate.byHand("GET", film, lines.toArray(String[]::new));
    }

    @Check(
            id = "each-cookie-once",
            title = "each cookie of a signature has to be there, by its exact name, and none twice",
            reference = "RFC 6265 §5.4; CloudFront guide: signed cookies")
    void eachCookieOnce(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        String expires = Long.toString(gate.later().getEpochSecond());
        Ticket ticket =
                Ticket.canned(signer, gate.url(film), expires, Signer.SHA256).by(Signer.SHA256);
        gate.assertLetIn(SIGNED, gate.viewer().get(film, "Cookie", ticket.cookie()), film);

        for (String name : List.of("Expires", "Signature", "Key-Pair-Id", "Hash-Algorithm")) {
            String cookie = "CloudFront-" + name;
            String good = cookie + "=" + ticket.value(name);
            Ticket without = ticket.without(name);
            gate.assertRefused(cookie + " is not there", film, "Cookie", without.cookie());
            gate.assertRefused(cookie + " is empty", film, "Cookie", without.cookie(cookie + "="));
            for (String other :
                    List.of(good.toLowerCase(Locale.ROOT), "cloudfront-" + name, "CLOUDFRONT-" + name, name)) {
                String named = other.contains("=") ? other.substring(0, other.indexOf('=')) : other;
                gate.assertRefused(
                        "a cookie's name is compared with its case, and " + named + " is another",
                        film,
                        "Cookie",
                        without.cookie(named + "=" + ticket.value(name)));
            }
            gate.assertRefused(cookie + " comes twice", film, "Cookie", ticket.cookie(good));
            gate.assertRefused(cookie + " comes twice", film, "Cookie", ticket.cookie("a=1", cookie + "=1"));
            gate.assertRefused(cookie + " comes twice", film, "Cookie", cookie + "=1; " + ticket.cookie());
            gate.assertRefused(
                    cookie + " comes twice, in two fields", () -> lines(gate, film, good, ticket.cookie()), 403);
        }
        String policy =
                OddAlphabet.encode(PolicyText.canned(gate.url(film), expires).getBytes(StandardCharsets.UTF_8));
        gate.assertRefused(
                "CloudFront-Expires says it is canned, and CloudFront-Policy that it isn't",
                film,
                "Cookie",
                ticket.cookie("CloudFront-Policy=" + policy));
        gate.assertLetIn(SIGNED, gate.viewer().get(film, "Cookie", ticket.cookie()), film);
    }

    @Check(
            id = "cookies-stay-at-the-gate",
            title = "the gate's cookies stay at the gate, and the others go on in order",
            reference = "CloudFront guide: signed cookies; RFC 6265 §5.4")
    void cookiesStayAtTheGate(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        Ticket ticket = gate.ticket(signer, film).by(Signer.SHA1);
        List<String> own = ticket.cookies();
        gate.assertLetIn(SIGNED, gate.viewer().get(film, "Cookie", ticket.cookie()), film);
        assertCookies(gate, film, List.of());

        List<String> others = new ArrayList<>(others(fixtures));
        others.addAll(List.of("cloudfront-signature=1", "CLOUDFRONT-EXPIRES=2", "session=3", "a=\"b c\""));
        List<String> mixed = new ArrayList<>(others);
        mixed.addAll(0, own.subList(0, 1));
        mixed.addAll(4, own.subList(1, 3));
        mixed.addAll(own.subList(3, 4));
        gate.assertLetIn(SIGNED, gate.viewer().get(film, "Cookie", String.join("; ", mixed)), film);
        assertCookies(gate, film, others);
        gate.assertLetIn(SIGNED, lines(gate, film, mixed.toArray(String[]::new)), film);
        assertCookies(gate, film, others);

        String poster = "/posters/" + fixtures.randoms().name();
        gate.upstream().answer(poster).body(Gated.text(poster));
        mixed.add(3, "CloudFront-Policy=" + fixtures.randoms().name());
        gate.assertLetIn(
                "everybody may see posters", gate.viewer().get(poster, "Cookie", String.join("; ", mixed)), poster);
        assertCookies(gate, poster, others);
        String url = gate.signed(signer, film);
        gate.assertLetIn("the URL is signed", gate.viewer().get(url, "Cookie", String.join("; ", mixed)), film);
        assertCookies(gate, film, others);
        gate.assertLetIn("the URL is signed", gate.viewer().get(url, "Cookie", String.join("; ", others)), film);
        assertCookies(gate, film, others);
    }

    /** In one field or in several, as the last request had them. */
    private static void assertCookies(Gated gate, String target, List<String> expected) {
        List<Request> asked = gate.upstream().requests(target);
        List<String> lines = asked.get(asked.size() - 1).fieldValues("Cookie");
        if (expected.isEmpty() && !lines.isEmpty()) {
            throw new AssertionError(
                    "expected no field Cookie to go on to what is behind the gate, since no cookie is left, but it"
                            + " got one: Cookie: " + String.join(", ", lines));
        }
        List<String> passed = lines.stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty())
                .toList();
        if (!passed.equals(expected)) {
            throw new AssertionError("expected "
                    + (expected.isEmpty() ? "no cookies" : "the cookies " + String.join("; ", expected))
                    + " to go on to what is behind the gate, since the others are the gate's, but it got "
                    + (passed.isEmpty() ? "none" : String.join("; ", passed)));
        }
    }
}

package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whom cookies let in. */
@Step("4.5")
class SignedCookieChecks {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String SIGNED = "the cookies are signed for this URL with a key of the group";

    @Check(
            id = "signed-cookies",
            title = "signed cookies let in who has them, to the URL as it is",
            reference = "CloudFront guide: signed cookies with a canned policy")
    void signedCookies(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer rsa = Signer.rsa("K" + fixtures.randoms().name());
        Signer ec = Signer.ec("K" + fixtures.randoms().name());
        Signer stranger = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, rsa, ec);
        String film = gate.film();

        for (Signer signer : List.of(rsa, ec)) {
            String cookie = gate.cookie(signer, film);
            gate.assertLetIn(SIGNED, ask(gate, film, cookie), film);
            assertThat(gate.viewer().head(film, "Cookie", cookie))
                    .because(SIGNED)
                    .hasStatus(200);
            gate.assertLetIn("the same cookies count again until they expire", ask(gate, film, cookie), film);
            gate.assertLetIn("the same, signed as a URL", gate.viewer().get(gate.signed(signer, film)), film);
            gate.assertRefused("no cookie has come with it", film);
            gate.assertRefused(
                    "the key of this id has not signed it",
                    film,
                    "Cookie",
                    gate.cookie(stranger.as(signer.id()), film));
        }
        gate.assertRefused("no key has this id", film, "Cookie", gate.cookie(stranger, film));
        gate.assertLetIn(SIGNED, ask(gate, film, gate.cookie(rsa, film)), film);
    }

    @Check(
            id = "cookie-hash",
            title = "CloudFront-Hash-Algorithm says which hash it is, and SHA-1 is meant without it",
            reference = "CloudFront guide: signed cookies, CloudFront-Hash-Algorithm")
    void cookieHash(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer rsa = Signer.rsa("K" + fixtures.randoms().name());
        Signer ec = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, rsa, ec);
        String film = gate.film();

        for (Signer signer : List.of(rsa, ec)) {
            Ticket old = gate.ticket(signer, film);
            Ticket strong = Ticket.canned(signer, gate.url(film), old.value("Expires"), Signer.SHA256);
            Ticket none = Ticket.canned(signer, gate.url(film), old.value("Expires"), "SHA512");
            gate.assertLetIn(SIGNED, ask(gate, film, old.cookie()), film);
            gate.assertLetIn(
                    "this is SHA-256, and says so",
                    ask(gate, film, strong.by(Signer.SHA256).cookie()),
                    film);
            gate.assertLetIn(
                    "this is SHA-1, and says so",
                    ask(gate, film, old.by(Signer.SHA1).cookie()),
                    film);
            assertRefused(gate, "SHA-1 is meant where nothing is said, and this is SHA-256", film, strong);
            assertRefused(gate, "it says SHA-256, and is SHA-1", film, old.by(Signer.SHA256));
            assertRefused(gate, "it says SHA-1, and is SHA-256", film, strong.by(Signer.SHA1));
            assertRefused(gate, "there is no such CloudFront-Hash-Algorithm", film, none.by("SHA512"));
            for (String other : List.of("sha256", "SHA-256", "")) {
                assertRefused(gate, "there is no such CloudFront-Hash-Algorithm", film, strong.by(other));
                assertRefused(gate, "there is no such CloudFront-Hash-Algorithm", film, old.by(other));
            }
            gate.assertLetIn(
                    "this is SHA-256, and says so",
                    ask(gate, film, strong.by(Signer.SHA256).cookie()),
                    film);
        }
    }

    @Check(
            id = "cookies-for-another-url",
            title = "canned cookies are good for one URL, its query included, and no other",
            reference = "CloudFront guide: signed cookies with a canned policy")
    void cookiesForAnotherUrl(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        gate.assertLetIn(SIGNED, ask(gate, film, gate.cookie(signer, film)), film);

        for (String own :
                List.of("size=1&part=2", "z=1&a=2&a=1", "q=a%40b+c=%2F&&expires=1&EXPIRES=2", "%45xpires=1", "x")) {
            String target = film + "?" + own;
            gate.upstream().answer(target).body(Gated.text(target));
            gate.assertLetIn(SIGNED, ask(gate, target, gate.cookie(signer, target)), target);
        }
        String part = film + "?size=1&part=2";
        String ofPart = gate.cookie(signer, part);
        for (String other : List.of(
                film,
                film + "?part=2&size=1",
                film + "?size=1",
                part + "&x=1",
                part + "&",
                film + "?size=1&part=%32")) {
            gate.assertRefused("the cookies are for " + part, other, "Cookie", ofPart);
        }
        String cookie = gate.cookie(signer, film);
        for (String other : List.of(gate.film(), film + "/", film + "4", film.replace(".mp4", "%2Emp4"), part)) {
            gate.assertRefused("the cookies are for " + film, other, "Cookie", cookie);
        }
        String host = fixtures.randoms().name() + ".example.org";
        Ticket there = Ticket.canned(signer, "http://" + host + film, gate.later());
        assertRefused(gate, "the cookies are for another host", film, there);
        gate.assertRefused(
                "the cookies are for " + gate.viewer().host(),
                () -> gate.byHand("GET", film, "Host: " + host, "Cookie: " + cookie),
                403);
        gate.assertLetIn(
                "the cookies are for " + host + ", which the viewer asks for",
                gate.byHand("GET", film, "Host: " + host, "Cookie: " + there.cookie()),
                film);
        gate.assertLetIn(SIGNED, ask(gate, film, cookie), film);
    }

    @Check(
            id = "cookies-expire",
            title = "cookies are good until the second that CloudFront-Expires names",
            reference = "CloudFront guide: signed cookies with a canned policy, CloudFront-Expires")
    void cookiesExpire(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        Duration most =
                Duration.ofSeconds(30 + Byte.toUnsignedInt(fixtures.randoms().bytes(1)[0]));
        Instant end = fixtures.clock().instant().plus(most).plus(SECOND);
        String cookie = String.join("; ", signer.cookies(gate.url(film), end));

        gate.assertLetIn(SIGNED, ask(gate, film, cookie), film);
        server.advance(most);
        gate.assertLetIn("this is the last second of the cookies", ask(gate, film, cookie), film);
        server.advance(SECOND);
        gate.assertRefused("it is as late as CloudFront-Expires says: they are over", film, "Cookie", cookie);
        server.advance(Duration.ofDays(40));
        gate.assertRefused("it is later than CloudFront-Expires says", film, "Cookie", cookie);
        long later = gate.later().getEpochSecond();
        for (String odd : List.of(later + "000", "-1", "", "never", "0", "9", "12345678901234567890", later + ".0")) {
            assertRefused(
                    gate,
                    "CloudFront-Expires is no time to come, in whole seconds",
                    film,
                    Ticket.canned(signer, gate.url(film), odd, Signer.SHA1));
        }
        gate.assertLetIn(SIGNED, ask(gate, film, gate.cookie(signer, film)), film);
    }

    private static Answer ask(Gated gate, String film, String cookie) {
        return gate.viewer().get(film, "Cookie", cookie);
    }

    private static void assertRefused(Gated gate, String why, String film, Ticket ticket) {
        gate.assertRefused(why, film, "Cookie", ticket.cookie());
    }
}

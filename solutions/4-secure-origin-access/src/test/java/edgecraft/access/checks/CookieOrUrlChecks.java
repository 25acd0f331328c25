package edgecraft.access.checks;

import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;

/** Where cookies are not looked at, or not all that they say is believed. */
@Step("4.5")
class CookieOrUrlChecks {

    private static final String SIGNED = "the cookies are signed for this URL";

    @Check(
            id = "the-url-counts",
            title = "where anything of a signature is in the URL, the URL counts, and no cookie is looked at",
            reference = "CloudFront guide: using both signed URLs and signed cookies")
    void theUrlCounts(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        String good = gate.cookie(signer, film);
        String url = gate.signed(signer, film);
        String over = Ticket.canned(signer, gate.url(film), fixtures.clock().instant())
                .cookie();
        String ofOther = gate.cookie(signer, gate.film());
        gate.assertLetIn(SIGNED, gate.viewer().get(film, "Cookie", good), film);
        gate.assertLetIn("the URL is signed", gate.viewer().get(url), film);

        String why =
                "something of a signature is in the URL, which lets in nobody, so that the good cookies don't count";
        Ticket ticket = gate.ticket(signer, film);
        for (String part : ticket.by(Signer.SHA1).with("Policy=e30_").parts()) {
            gate.assertRefused(why, film + "?" + part, "Cookie", good);
            gate.assertRefused(why, film + "?" + part.substring(0, part.indexOf('=') + 1), "Cookie", good);
        }
        for (Ticket bad : List.of(
                Ticket.canned(signer, gate.url(film), fixtures.clock().instant()),
                gate.ticket(signer, gate.film()),
                ticket.having("Key-Pair-Id", "Knobody"),
                ticket.without("Key-Pair-Id"),
                ticket.without("Expires"),
                ticket.without("Signature"),
                ticket.having("Signature", ""))) {
            gate.assertRefused(why, bad.on(film), "Cookie", good);
        }
        for (String bad :
                List.of(over, ofOther, good + "; " + good, "CloudFront-Signature=1", "CloudFront-Policy=e30_")) {
            gate.assertLetIn(
                    "the URL is signed, and the cookies, which aren't good, don't count",
                    gate.viewer().get(url, "Cookie", bad),
                    film);
            gate.assertRefused("the cookies aren't good, and nothing is in the URL", film, "Cookie", bad);
        }
        gate.assertLetIn(SIGNED, gate.viewer().get(film, "Cookie", good), film);
    }

    @Check(
            id = "no-stars",
            title = "a canned cookie for a URL with a * in it lets in nobody: a wildcard takes a custom policy",
            reference = "CloudFront guide: signed cookies with a canned policy, wildcards")
    void noStars(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        gate.assertLetIn(SIGNED, gate.viewer().get(film, "Cookie", gate.cookie(signer, film)), film);
        gate.upstream().answerAll().body("another film");

        String dir = AccessScene.FILMS;
        for (String star :
                List.of(dir + "*", "/*", "*", film + "*", film.replace(".mp4", ".*"), film.replace("mp4", "mp?"))) {
            gate.assertRefused("the cookies are for " + star, film, "Cookie", gate.cookie(signer, star));
        }
        for (String target : List.of(dir + "*", film + "*", dir + "*/a", film + "?*", film + "?a=1&b=*", dir + "**")) {
            gate.assertRefused(
                    "there is a * in the URL, and who signs a canned cookie for it means more than this URL",
                    target,
                    "Cookie",
                    gate.cookie(signer, target));
            gate.upstream().answer(target).body(Gated.text(target));
            gate.assertLetIn(
                    "a signed URL is for the one URL that it is, and a * is a character of it",
                    gate.viewer().get(gate.signed(signer, target)),
                    target);
            gate.assertRefused(
                    "it is signed for " + target, gate.ticket(signer, target).on(film));
        }
        gate.assertLetIn(SIGNED, gate.viewer().get(film, "Cookie", gate.cookie(signer, film)), film);
    }

    @Check(
            id = "cookie-base64",
            title = "signatures in cookies are written as in URLs, in one spelling, and no byte can be changed",
            reference = "CloudFront guide: signed cookies, CloudFront-Signature; RFC 4648 §3.2, §3.5")
    void cookieBase64(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.rsa("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        for (int i = 0; i < 12; i++) {
            String other = gate.film();
            gate.assertLetIn(
                    "the AWS SDK has made these cookies, in its own alphabet",
                    gate.viewer().get(other, "Cookie", gate.cookie(signer, other)),
                    other);
        }

        Ticket ticket = OddSpellings.withAll(gate, signer, film);
        gate.assertLetIn(SIGNED, gate.viewer().get(film, "Cookie", ticket.cookie()), film);
        for (String spelling : OddSpellings.inCookies(ticket.value("Signature"))) {
            gate.assertRefused(
                    "this is not how the signature is written",
                    film,
                    "Cookie",
                    ticket.having("Signature", spelling).cookie());
        }
        String cookie = ticket.cookie();
        Changes changes = new Changes(fixtures.randoms());
        for (int at = 0; at < cookie.length(); at++) {
            if (cookie.charAt(at) != ' ') {
                gate.assertRefused(
                        "byte " + at + " of the cookies has changed", film, "Cookie", changes.of(cookie, at));
            }
        }
        gate.assertLetIn(SIGNED, gate.viewer().get(film, "Cookie", cookie), film);
    }
}

package edgecraft.access.checks;

import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;

/** How a signature is written. */
@Step("4.4")
class SignedUrlBase64Checks {

    /** So many that each of the characters is in one of them, unless luck is worse than one in many millions. */
    private static final int MANY = 12;

    @Check(
            id = "odd-base64",
            title = "signatures are written with -, _ and ~ for +, = and /, in one spelling alone",
            reference = "CloudFront guide: signed URLs, characters that are not valid in a query; RFC 4648 §3.2, §3.5")
    void oddBase64(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer rsa = Signer.rsa("K" + fixtures.randoms().name());
        Signer ec = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, rsa, ec);

        for (Signer signer : List.of(rsa, ec)) {
            for (int i = 0; i < MANY; i++) {
                String film = gate.film();
                gate.assertLetIn(
                        "the AWS SDK has signed this URL, in its own alphabet",
                        gate.viewer().get(gate.signed(signer, film)),
                        film);
            }
        }
        assertOneSpelling(gate, rsa);
    }

    private static void assertOneSpelling(Gated gate, Signer signer) {
        String film = gate.film();
        Ticket ticket = OddSpellings.withAll(gate, signer, film);
        gate.assertLetIn("the URL is signed", gate.viewer().get(ticket.on(film)), film);

        String good = ticket.value("Signature");
        String bare = good.replace("_", "");
        assertRefused(gate, film, ticket, "it is in the standard alphabet", OddSpellings.otherAlphabets(good));
        assertRefused(gate, film, ticket, "its padding is not two underscores", OddSpellings.otherPadding(bare));
        assertRefused(
                gate,
                film,
                ticket,
                "bits that mean nothing are set in its last character",
                OddSpellings.strayBits(bare));
        assertRefused(gate, film, ticket, "there is something in it that is no base64", OddSpellings.withMore(good));
        gate.assertLetIn("the URL is signed", gate.viewer().get(ticket.on(film)), film);
    }

    private static void assertRefused(Gated gate, String film, Ticket ticket, String why, List<String> spellings) {
        for (String spelling : spellings) {
            gate.assertRefused(why, ticket.having("Signature", spelling).on(film));
        }
    }
}

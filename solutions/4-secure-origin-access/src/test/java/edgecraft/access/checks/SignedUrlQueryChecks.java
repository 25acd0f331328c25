package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Request;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is the viewer's own in a query, and what the gate's. */
@Step("4.4")
class SignedUrlQueryChecks {

    private static final List<String> NAMES =
            List.of("Expires", "Policy", "Signature", "Key-Pair-Id", "Hash-Algorithm");

    @Check(
            id = "own-query",
            title = "a URL's own query is signed and passed on as it is, in order and byte for byte",
            reference = "CloudFront guide: signed URLs, base URL with query string parameters")
    void ownQuery(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.rsa("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String plain = gate.film();
        gate.assertLetIn("the URL has no query of its own", gate.viewer().get(gate.signed(signer, plain)), plain);

        String x = fixtures.randoms().name();
        for (String own : List.of(
                "size=large&part=" + x,
                "z=1&a=2&m=3&a=1",
                "who=" + x + "%40example.org",
                "who=" + x + "@example.org",
                "q=" + x + "+y%2Bz%20w",
                "q==" + x + "==&r=a=b",
                "back=%2Ffilms%2f" + x + "/%E2%82%AC%c3%a9",
                "&" + x + "&&y&",
                x,
                "expires=1&" + x,
                "Expires2=1&Signatures=" + x + "&XPolicy=1&Key-Pair=2&Hash-Algorithms=SHA256",
                "%45xpires=1&Signatur%65=" + x,
                "EXPIRES=1&signature=2&key-pair-id=3&POLICY=" + x + "&hash-algorithm=4",
                "v=(" + x + ");w=a,b:c!d*e'$~")) {
            String target = said(gate, plain + "?" + own);
            gate.assertLetIn(
                    "the query " + own + " is the URL's own, is signed with it, and goes on as it is",
                    gate.viewer().get(gate.signed(signer, target)),
                    target);
        }
        // Clients leave out a question mark with nothing behind it: it is signed, and may get lost on its way.
        assertThat(gate.viewer().get(gate.signed(signer, said(gate, plain + "?"))))
                .because("a URL that ends in a question mark is signed with it: " + plain + "?")
                .hasStatus(200);
        assertInAnyPlace(gate, signer, said(gate, plain + "?size=" + x + "&part=2&a=%40"));
    }

    /** The names of the signature among the URL's own. */
    private static void assertInAnyPlace(Gated gate, Signer signer, String target) {
        String plain = target.substring(0, target.indexOf('?'));
        String own = target.substring(target.indexOf('?') + 1);
        Ticket ticket = gate.ticket(signer, target);
        gate.assertLetIn("it is signed for " + target, gate.viewer().get(ticket.on(target)), target);

        String why = "it is signed for " + target + ", which is what is left without the names of the signature";
        String first = plain + "?" + String.join("&", ticket.parts()) + "&" + own;
        gate.assertLetIn(why, gate.viewer().get(first), target);
        List<String> mixed = new ArrayList<>(List.of(own.split("&")));
        mixed.add(1, ticket.parts().get(2));
        mixed.add(3, ticket.parts().get(0));
        mixed.add(0, ticket.parts().get(1));
        gate.assertLetIn(why, gate.viewer().get(plain + "?" + String.join("&", mixed)), target);
    }

    private static String said(Gated gate, String target) {
        gate.upstream().answer(target).body(Gated.text(target));
        return target;
    }

    @Check(
            id = "names-stay-at-the-gate",
            title = "nothing of a signature goes on: two viewers ask for one and the same target",
            reference = "CloudFront guide: how CloudFront removes its own query parameters")
    void namesStayAtTheGate(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer one = Signer.rsa("K" + fixtures.randoms().name());
        Signer other = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, one, other);
        String film = gate.film();
        String large = said(gate, film + "?size=large&x=" + fixtures.randoms().name());
        for (String target : List.of(film, large)) {
            String why = "the viewer has a signature for " + target;
            String strong = Long.toString(gate.later().getEpochSecond() + 1);
            gate.assertLetIn(why, gate.viewer().get(gate.signed(one, target)), target);
            gate.assertLetIn(why, gate.viewer().get(gate.signed(other, target)), target);
            Ticket ticket =
                    Ticket.canned(one, gate.url(target), strong, Signer.SHA256).by(Signer.SHA256);
            gate.assertLetIn(why, gate.viewer().get(ticket.on(target)), target);
            assertAsked(gate, target, 3);
        }

        String poster = said(gate, "/posters/" + fixtures.randoms().name() + ".jpg");
        String small = said(gate, poster + "?a=1&b=%2F&a=");
        gate.assertLetIn("everybody may see posters", gate.viewer().get(poster), poster);
        for (String name : NAMES) {
            String sent = name + "=" + fixtures.randoms().name();
            gate.assertLetIn(
                    "everybody may see posters, and " + name + " is the gate's",
                    gate.viewer().get(poster + "?" + sent),
                    poster);
            gate.assertLetIn(
                    "everybody may see posters, and " + name + " is the gate's",
                    gate.viewer().get(poster + "?a=1&" + sent + "&b=%2F&" + sent + "&a="),
                    small);
        }
        gate.upstream().requests().forEach(SignedUrlQueryChecks::assertNothingOfIt);
    }

    private static void assertAsked(Gated gate, String target, int times) {
        int asked = gate.upstream().requests(target).size();
        if (asked != times) {
            throw new AssertionError("expected " + target + " to be asked of what is behind the gate " + times
                    + " times, once for each viewer, but it was asked " + asked + " times");
        }
    }

    private static void assertNothingOfIt(Request request) {
        for (String name : NAMES) {
            if (request.target().matches(".*[?&]" + name + "=.*")) {
                throw new AssertionError(
                        "expected " + name + " to stay at the gate, but what is behind it was asked " + request);
            }
        }
    }

    @Check(
            id = "each-name-once",
            title = "each part of a signature has to be there, and none twice",
            reference = "The lesson of 4.4")
    void eachNameOnce(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        Ticket ticket = Ticket.canned(signer, gate.url(film), "" + gate.later().getEpochSecond(), Signer.SHA256)
                .by(Signer.SHA256);
        gate.assertLetIn("the URL is signed", gate.viewer().get(ticket.on(film)), film);

        assertNoneIsMissing(gate, film, ticket);
        assertNoneIsThereTwice(gate, film, ticket);
        gate.assertLetIn("the URL is signed", gate.viewer().get(ticket.on(film)), film);
    }

    private static void assertNoneIsMissing(Gated gate, String film, Ticket ticket) {
        for (String name : List.of("Expires", "Signature", "Key-Pair-Id")) {
            gate.assertRefused("there is no " + name, ticket.without(name).on(film));
            gate.assertRefused(
                    name + " has no value", ticket.without(name).with(name).on(film));
            gate.assertRefused(name + " is empty", ticket.having(name, "").on(film));
            gate.assertRefused(
                    "names have their case",
                    ticket.without(name)
                            .with(name.toLowerCase(Locale.ROOT) + "=" + ticket.value(name))
                            .on(film));
        }
    }

    private static void assertNoneIsThereTwice(Gated gate, String film, Ticket ticket) {
        for (String name : List.of("Expires", "Signature", "Key-Pair-Id", "Hash-Algorithm")) {
            String again = name + "=" + ticket.value(name);
            gate.assertRefused(name + " comes twice", ticket.with(again).on(film));
            gate.assertRefused(name + " comes twice", ticket.with(name + "=1").on(film));
            gate.assertRefused(name + " comes twice", ticket.on(film + "?" + name + "=1"));
            gate.assertRefused(name + " comes twice", ticket.on(film + "?" + name));
            gate.assertRefused("the rest is not there", film + "?" + again);
        }
        String policy = OddAlphabet.encode(
                PolicyText.canned(gate.url(film), ticket.value("Expires")).getBytes(StandardCharsets.UTF_8));
        gate.assertRefused(
                "Expires says it is canned, and Policy that it isn't",
                ticket.with("Policy=" + policy).on(film));
        gate.assertRefused(
                "Expires says it is canned, and Policy that it isn't",
                ticket.with("Policy=").on(film));
    }
}

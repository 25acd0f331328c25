package edgecraft.access.checks;

import edgecraft.fixtures.Answer;
import edgecraft.kit.AccessRule;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.GateSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** What a signature is bound to: one URL, and every byte of it. */
@Step("4.4")
class SignedUrlBindingChecks {

    private static final String SIGNED = "it is signed for this very URL";

    @Check(
            id = "another-request",
            title = "a signature is good for its own path, host and query, and for no others",
            reference = "CloudFront guide: signed URLs with a canned policy, Resource; RFC 9110 §7.2")
    void anotherRequest(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.rsa("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        String other = gate.film();
        String part = film + "?size=1&part=2";
        gate.upstream().answerAll().body("another film");
        gate.upstream().answer(part).body(Gated.text(part));
        Ticket ticket = gate.ticket(signer, film);
        Ticket ofPart = gate.ticket(signer, part);
        gate.assertLetIn(SIGNED, gate.viewer().get(ticket.on(film)), film);
        gate.assertLetIn(SIGNED, gate.viewer().get(ofPart.on(part)), part);

        for (String path : List.of(
                other,
                film + "/",
                film + "4",
                film.substring(0, film.length() - 1),
                film.replace(".mp4", ".MP4"),
                film.replace(".mp4", "%2Emp4"),
                film.replace("/films/", "/films//"))) {
            gate.assertRefused("it is signed for " + film, ticket.on(path));
        }
        for (String query : List.of(
                "?part=2&size=1",
                "?size=1",
                "?size=1&part=3",
                "?size=1&part=2&",
                "?size=1&part=2&x=1",
                "?size=1&&part=2",
                "?x=1&size=1&part=2",
                "?Size=1&part=2",
                "?size=1&part=%32",
                "")) {
            gate.assertRefused("it is signed for " + part, ofPart.on(film + query));
        }
        gate.assertRefused("it is signed for " + film, ticket.on(film + "?x=1"));
        gate.assertRefused("it is signed for " + film + " without a query", ticket.on(film) + "&x=1");
        gate.assertRefused("it is signed for " + film + " without a query", ticket.on(film) + "&x");
        assertHost(gate, signer, film, fixtures.randoms().name() + ".example.org");
        assertNoQuotes(gate, signer, film);
        gate.assertLetIn(SIGNED, gate.viewer().get(ticket.on(film)), film);
    }

    private static void assertHost(Gated gate, Signer signer, String film, String name) {
        URI self = URI.create(gate.url(""));
        for (String host : List.of(name, name + ":8080", "WWW." + name)) {
            String target =
                    Ticket.canned(signer, "http://" + host + film, gate.later()).on(film);
            Answer answer = gate.byHand("GET", target, "Host: " + host);
            gate.assertLetIn("it is signed for " + host + ", which the viewer asks for", answer, film);
        }
        String here = gate.signed(signer, film);
        for (String host : List.of(name, self.getHost(), self.getHost() + ":80", "localhost:" + self.getPort())) {
            gate.assertRefused(
                    "it is signed for " + self.getAuthority() + ", and the viewer asks for " + host,
                    () -> gate.byHand("GET", here, "Host: " + host),
                    403);
        }
        for (String base : List.of(
                "http://" + name,
                "http://" + self.getHost(),
                gate.upstream().uri().toString(),
                "https://" + self.getAuthority(),
                "")) {
            String target = Ticket.canned(signer, base + film, gate.later()).on(film);
            gate.assertRefused("it is signed for " + base + film, target);
            gate.assertRefused(
                    "it is signed for " + base + film + ", and what a viewer says of a forwarded request is not so",
                    target,
                    "X-Forwarded-Host",
                    name,
                    "X-Forwarded-Proto",
                    "https");
        }
        String named =
                Ticket.canned(signer, "http://" + name + film, gate.later()).on(film);
        for (String host :
                List.of("other." + name, name + ":80", name + ":8080", name + ".", name.replace("org", "Org"))) {
            gate.assertRefused(
                    "it is signed for " + name + ", and the viewer asks for " + host,
                    () -> gate.byHand("GET", named, "Host: " + host),
                    403);
        }
    }

    /** Either would end the text of the URL in the policy, or change its meaning. */
    private static void assertNoQuotes(Gated gate, Signer signer, String film) {
        String host = "Host: " + gate.viewer().host();
        String end = "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":1}}},{\"Resource\":\"";
        for (String odd : List.of("\"", "\\", "\\\"", "\\\\", end, "\\u002f")) {
            for (String target : List.of(film + odd, film + "?x=" + odd, film + "?" + odd + "=1&y=2")) {
                for (String signed : List.of(
                        target,
                        target.replace("\\", "\\\\").replace("\"", "\\\""),
                        target.replace("\\", "%5C").replace("\"", "%22"),
                        target.replace("\"", "%22").replace("\\", "/"))) {
                    Ticket ticket = gate.ticket(signer, signed);
                    gate.assertRefused(
                            "there is a quote or a backslash in this URL",
                            () -> gate.byHand("GET", ticket.on(target), host),
                            403,
                            400);
                }
            }
        }
    }

    @Check(
            id = "one-byte-changed",
            title = "a signed URL in which one byte has changed lets in nobody, whichever it is",
            reference = "CloudFront guide: how signed URLs work")
    void oneByteChanged(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer rsa = Signer.rsa("Krsa" + fixtures.randoms().name());
        Signer ec = Signer.ec("Kec" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, SignedUrlBindingChecks::allPrivate, rsa, ec);
        String film = gate.film() + "?size=" + fixtures.randoms().name();
        gate.upstream().answer(film).body(Gated.text(film));
        Changes changes = new Changes(fixtures.randoms());

        for (Signer signer : List.of(rsa, ec)) {
            String url = gate.signed(signer, film);
            gate.assertLetIn(SIGNED, gate.viewer().get(url), film);
            for (int at = 1; at < url.length(); at++) {
                String changed = changes.of(url, at);
                gate.assertRefused(
                        "byte " + at + " of the signed target is " + changed.charAt(at) + " and not " + url.charAt(at),
                        () -> gate.viewer().get(changed),
                        403,
                        400);
            }
            gate.assertRefused(
                    "Key-Pair-Id has its case",
                    url.replace(signer.id(), signer.id().toLowerCase(Locale.ROOT)));
            gate.assertLetIn(SIGNED, gate.viewer().get(url), film);
        }
    }

    /** Otherwise a path with another byte would be a public one. */
    private static GateSettings allPrivate(GateSettings settings) {
        String group = settings.groups().get(0).name();
        return settings.withRules(List.of(new AccessRule("*", group)));
    }
}

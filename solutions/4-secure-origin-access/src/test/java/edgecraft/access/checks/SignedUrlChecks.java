package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Crowd;
import edgecraft.fixtures.Request;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

@Step("4.4")
class SignedUrlChecks {

    private static final String SIGNED = "the URL is signed with a key of the group";
    /** How many viewers there are side by side, and how often each asks. */
    private static final int CROWD = 8;

    private static final int EACH = 20;

    private static final String NO_HASH = "a URL is signed with SHA1 or SHA256, and there is no other Hash-Algorithm";

    @Check(
            id = "signed-url",
            title = "a signed URL lets in who has it, and nobody else",
            reference = "CloudFront guide: signed URLs with a canned policy")
    void signedUrl(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.rsa("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();

        gate.assertLetIn(SIGNED, gate.viewer().get(gate.signed(signer, film)), film);
        gate.assertRefused("nobody has signed this", film);
    }

    @Check(
            id = "for-reading",
            title = "a URL is signed for GET and HEAD, for parts and again; public paths need none; all else is a 405",
            reference = "CloudFront guide: how signed URLs work; RFC 9110 §9.3.2, §14.2, §15.5.6")
    void forReading(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.rsa("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        String text = Gated.text(film);
        gate.upstream().answer(film).ranges().body(text);
        String poster = "/posters/" + fixtures.randoms().name() + ".jpg";
        gate.upstream().answer(poster).body(Gated.text(poster));
        String url = gate.signed(signer, film);

        gate.assertLetIn(SIGNED, gate.viewer().get(url), film);
        gate.assertLetIn(
                "the same URL counts again until it expires", gate.viewer().get(url), film);
        assertThat(gate.viewer().head(url))
                .because("a URL is signed whatever the method")
                .hasStatus(200)
                .hasField("Content-Length", Integer.toString(text.length()));
        assertAskedAs("HEAD", gate);
        assertThat(gate.viewer().get(url, "Range", "bytes=4-7"))
                .because("a player asks for a film part by part, by the same URL")
                .hasStatus(206)
                .hasText(text.substring(4, 8));
        gate.assertLetIn("everybody may see posters", gate.viewer().get(poster), poster);
        assertThat(gate.viewer().head(poster))
                .because("everybody may see posters")
                .hasStatus(200);
        gate.assertRefused("nobody has signed this", () -> gate.viewer().head(film), 403);
        gate.assertRefused("nobody has signed this", film, "Range", "bytes=4-7");
        gate.assertRefused("nobody has signed this", film, "If-None-Match", "*");
        for (String target : List.of(url, film, poster)) {
            assertOnlyRead(gate, target);
        }
        gate.assertLetIn(
                "the same URL counts again until it expires", gate.viewer().get(url), film);
    }

    private static void assertAskedAs(String method, Gated gate) {
        List<Request> all = gate.upstream().requests();
        if (!all.get(all.size() - 1).method().equals(method)) {
            throw new AssertionError("expected what is behind the gate to be asked by the viewer's method, " + method
                    + ", but it was asked " + all.get(all.size() - 1));
        }
    }

    private static void assertOnlyRead(Gated gate, String target) {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            byte[] body = method.equals("OPTIONS") ? new byte[0] : target.getBytes(StandardCharsets.UTF_8);
            gate.assertRefused(
                    "the gate is for reading", () -> assertAllows(gate.viewer().send(method, target, body)), 405);
        }
        for (String method : List.of("TRACE", "PROPFIND", "COPY", "get", "Head", "GETS")) {
            gate.assertRefused(
                    "the gate is for reading",
                    () -> assertAllows(
                            gate.byHand(method, target, "Host: " + gate.viewer().host())),
                    405,
                    501);
        }
        gate.assertRefused(
                "the gate is for reading, and only the method of a request says what it is",
                () -> gate.viewer().send("POST", target, new byte[0], "X-HTTP-Method-Override", "GET"),
                405);
    }

    private static Answer assertAllows(Answer answer) {
        String allow = String.join(",", answer.fieldValues("Allow")).replace(" ", "");
        List<String> methods = List.of(allow.split(","));
        if (answer.status() == 405 && !(methods.size() == 2 && methods.containsAll(List.of("GET", "HEAD")))) {
            throw new AssertionError("expected field Allow: GET, HEAD in a 405, but the answer has "
                    + (allow.isEmpty() ? "no Allow" : "Allow: " + allow));
        }
        return answer;
    }

    @Check(
            id = "keys-and-hashes",
            title = "a key is RSA or ECDSA, which the key tells; the hash is SHA-1 unless Hash-Algorithm says SHA256",
            reference = "CloudFront guide: create key pairs for your signers; signed URLs, Hash-Algorithm")
    void keysAndHashes(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer rsa = Signer.rsa("K" + fixtures.randoms().name());
        Signer ec = Signer.ec("K" + fixtures.randoms().name());
        Signer stranger = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, rsa, ec);
        String film = gate.film();

        for (Signer signer : List.of(rsa, ec, rsa, ec)) {
            gate.assertLetIn(
                    "the URL is signed with " + kind(signer) + ", and the public key is in the group",
                    gate.viewer().get(gate.signed(signer, film)),
                    film);
        }
        gate.assertRefused("the key of this id has not signed it", gate.signed(stranger.as(ec.id()), film));
        gate.assertRefused("the key of this id has not signed it", gate.signed(rsa.as(ec.id()), film));
        gate.assertRefused("the key of this id has not signed it", gate.signed(ec.as(rsa.id()), film));
        gate.assertRefused("no key has this id", gate.signed(stranger, film));
        gate.assertRefused(
                "a value counts as sent, and no key has this id",
                gate.ticket(ec, film)
                        .having("Key-Pair-Id", ec.id().replaceFirst("K", "%4B"))
                        .on(film));
        assertHashes(gate, rsa, film);
        assertHashes(gate, ec, film);
        assertSideBySide(gate, rsa, ec);
    }

    /** Each viewer is judged by what that viewer shows. */
    private static void assertSideBySide(Gated gate, Signer rsa, Signer ec) {
        List<String> films = Stream.generate(gate::film).limit(CROWD).toList();
        List<String> urls = films.stream()
                .map(film -> gate.signed(films.indexOf(film) % 2 == 0 ? rsa : ec, film))
                .toList();
        gate.assertLetIn(SIGNED, gate.viewer().get(urls.get(0)), films.get(0));

        Crowd.of(CROWD, number -> {
            String film = films.get(number);
            for (int i = 0; i < EACH; i++) {
                gate.assertLetIn(SIGNED + ", whoever else asks", gate.viewer().get(urls.get(number)), film);
                assertThat(gate.viewer().head(urls.get(number)))
                        .because(SIGNED + ", whoever else asks")
                        .hasStatus(200)
                        .hasField("Content-Length", "" + Gated.text(film).length());
                assertThat(gate.viewer().get(film))
                        .because("nobody has signed this, whoever else is let in")
                        .hasStatus(403);
            }
            return number;
        });
    }

    private static String kind(Signer signer) {
        return signer.keys().getPublic().getAlgorithm().equals("EC") ? "a key on P-256" : "an RSA key";
    }

    private static void assertHashes(Gated gate, Signer signer, String film) {
        Ticket old = gate.ticket(signer, film);
        Ticket strong = Ticket.canned(signer, gate.url(film), old.value("Expires"), Signer.SHA256);
        assertIn(gate, "SHA-1 is meant where nothing is said", old, film);
        assertIn(gate, "this is signed with SHA-256, and says so", strong.by(Signer.SHA256), film);
        assertIn(gate, "this is signed with SHA-1, and says so", old.by(Signer.SHA1), film);
        gate.assertRefused("SHA-1 is meant where nothing is said, and this is SHA-256", strong.on(film));
        gate.assertRefused(
                "it says SHA-256, and is SHA-1", old.by(Signer.SHA256).on(film));
        gate.assertRefused(
                "it says SHA-1, and is SHA-256", strong.by(Signer.SHA1).on(film));
        for (String other : List.of("sha256", "SHA-256", "SHA", "", "SHA256%20", "%53HA256", "SHA%31", "1")) {
            gate.assertRefused(NO_HASH, old.by(other).on(film));
            gate.assertRefused(NO_HASH, strong.by(other).on(film));
        }
        for (String other : List.of("SHA512", "SHA384", "SHA224")) {
            Ticket made = Ticket.canned(signer, gate.url(film), old.value("Expires"), other);
            gate.assertRefused(NO_HASH, made.by(other).on(film));
            gate.assertRefused("SHA-1 is meant where nothing is said", made.on(film));
        }
        assertIn(gate, "this is signed with SHA-256, and says so", strong.by(Signer.SHA256), film);
    }

    private static void assertIn(Gated gate, String why, Ticket ticket, String film) {
        Answer answer = gate.viewer().get(ticket.on(film));
        gate.assertLetIn(why, answer, film);
    }
}

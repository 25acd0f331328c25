package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Request;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.GateSettings;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A gate with an origin stub behind it, where every target but one page answers with what only some may
 * see, until more is said of it; and who attacks it. */
final class Siege {

    private final Gated gate;
    private final Randoms random;
    private final Signer rsa;
    private final Signer ec;
    private final String film;
    private final String page;
    private final String secret;
    private final Attacker attacker;

    private Siege(Instance<AccessSettings> server, Fixtures fixtures, UnaryOperator<GateSettings> change) {
        random = fixtures.randoms();
        rsa = Signer.rsa("KR" + random.name());
        ec = Signer.ec("KE" + random.name());
        gate = Gated.by(server, fixtures, change, rsa, ec);
        film = AccessScene.FILMS + random.name() + ".mp4";
        page = "/" + random.name() + ".html";
        secret = "only for who paid " + random.name() + random.name();
        gate.upstream().answerAll().body(secret);
        gate.upstream().answer(film).body(secret);
        gate.upstream().answer(page).body("for everybody");
        attacker = new Attacker(gate.viewer()).mustNotSee("the text of the film", secret);
        assertServes();
    }

    /** Begins when the gate has let in whom it should. */
    static Siege of(Instance<AccessSettings> server, Fixtures fixtures) {
        return of(server, fixtures, settings -> settings);
    }

    /** The same, with other settings. */
    static Siege of(Instance<AccessSettings> server, Fixtures fixtures, UnaryOperator<GateSettings> change) {
        return new Siege(server, fixtures, change);
    }

    Gated gate() {
        return gate;
    }

    OriginStub upstream() {
        return gate.upstream();
    }

    /** Whose RSA key counts. */
    Signer rsa() {
        return rsa;
    }

    /** Whose key on a curve counts. */
    Signer ec() {
        return ec;
    }

    /** The path of what takes a signature. */
    String film() {
        return film;
    }

    /** The path of what everybody may see. */
    String page() {
        return page;
    }

    Attacker attacker() {
        return attacker;
    }

    Instant later() {
        return gate.later();
    }

    /** The film's target with a good signature. */
    String signed() {
        return gate.signed(rsa, film);
    }

    /** A target with a custom policy, signed whatever it says. */
    String withPolicy(String target, byte[] policy) {
        return CustomPass.of(ec, policy).on(target);
    }

    /** The same for cookies: a line of a field. */
    String cookieWithPolicy(byte[] policy) {
        return "Cookie: " + CustomPass.of(ec, policy).cookies();
    }

    /** A policy, by URL and by cookie, is refused with 403. */
    void assertPolicyRefused(String why, byte[] policy) {
        String said = why + " (the policy is " + Came.excerpt(new String(policy, StandardCharsets.ISO_8859_1)) + ")";
        assertRefused(said, withPolicy(film, policy));
        assertRefused(said, film, cookieWithPolicy(policy));
    }

    /** The same for a text in UTF-8. */
    void assertPolicyRefused(String why, String policy) {
        assertPolicyRefused(why, policy.getBytes(StandardCharsets.UTF_8));
    }

    /** A GET is refused with 403, and nothing is asked of what is behind the gate. */
    void assertRefused(String why, String target, String... lines) {
        inside(why, attacker.head("GET", target, lines)).hasStatusIn(why, 403);
    }

    /** These bytes are refused, by any status that says so or by a closed connection, and nothing is asked inside. */
    void assertStopped(String why, String bytes) {
        inside(why, bytes).isStopped(why);
    }

    private Came inside(String why, String bytes) {
        int asked = upstream().asked();
        Came came = attacker.because(why).send(bytes);
        List<Request> reached = upstream().requests();
        if (upstream().asked() > asked) {
            throw new AssertionError("expected nothing to be asked of what is behind the gate for " + came.shown()
                    + ", because " + why + ", but it was asked " + reached.get(reached.size() - 1));
        }
        return came;
    }

    /** Who has a good signature is let in, and everybody gets the page. */
    void assertServes() {
        assertThat(gate.viewer().get(signed()))
                .because("the URL is signed with a key of the group")
                .hasStatus(200)
                .hasText(secret);
        assertThat(gate.viewer().get(page))
                .because("everybody may see this page")
                .hasStatus(200)
                .hasText("for everybody");
    }
}

package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.GateSettings;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A gate in front of an origin stub, and what checks say of it again and again. */
final class Gated {

    /** How long what is signed here is good, when it isn't about time. */
    static final Duration WHILE = Duration.ofHours(1);

    private final Instance<AccessSettings> gate;
    private final Fixtures fixtures;

    private Gated(Instance<AccessSettings> gate, Fixtures fixtures) {
        this.gate = gate;
        this.fixtures = fixtures;
    }

    /** Makes the server of this check a gate that lets in to {@link AccessScene#FILMS} whom one of the signers has signed for. */
    static Gated by(Instance<AccessSettings> server, Fixtures fixtures, Signer... signers) {
        return by(server, fixtures, settings -> settings, signers);
    }

    /** The same, with other settings. */
    static Gated by(
            Instance<AccessSettings> server, Fixtures fixtures, UnaryOperator<GateSettings> change, Signer... signers) {
        server.settings(
                door -> change.apply(AccessScene.gateTo(fixtures.origin().uri(), signers)));
        return new Gated(server, fixtures);
    }

    OriginStub upstream() {
        return fixtures.origin();
    }

    Viewer viewer() {
        return gate.viewer();
    }

    /** The URL that viewers of this gate have for a target. */
    String url(String target) {
        return gate.uri() + target;
    }

    /** The target of a URL of this gate: path and query. */
    String target(String url) {
        return url.substring(gate.uri().toString().length());
    }

    /** A while from now. */
    Instant later() {
        return fixtures.clock().instant().plus(WHILE);
    }

    /** A new target below {@link AccessScene#FILMS}, which upstream answers with a text of its own. */
    String film() {
        String target = AccessScene.FILMS + fixtures.randoms().name() + ".mp4";
        upstream().answer(target).body(text(target));
        return target;
    }

    /** What upstream answers to a {@link #film}. */
    static String text(String target) {
        return "the film at " + target;
    }

    /** The target of a film, signed by the SDK for a while. */
    String signed(Signer signer, String target) {
        return target(signer.url(url(target), later()));
    }

    /**
     * Asks on a connection of its own, with what no client sends.
     *
     * @param lines the lines of fields, {@code Host} among them
     */
    Answer byHand(String method, String target, String... lines) {
        try (RawConnection connection = viewer().connect()) {
            connection.write(method + " " + target + " HTTP/1.1\r\n"
                    + Stream.of(lines).map(line -> line + "\r\n").collect(Collectors.joining())
                    + "Connection: close\r\n\r\n");
            return connection.readAnswer(method, target);
        }
    }

    /** Asks, is let in, and gets what upstream has at the target. */
    void assertLetIn(String why, Answer answer, String target) {
        assertThat(answer).because(why).hasStatus(200).hasText(text(target));
    }

    /** The value of a {@code Cookie} field for a target, signed by the SDK for a while. */
    String cookie(Signer signer, String target) {
        return String.join("; ", signer.cookies(url(target), later()));
    }

    /** A ticket for a target, by hand, for a while. */
    Ticket ticket(Signer signer, String target) {
        return Ticket.canned(signer, url(target), later());
    }

    /** Asks, and is refused: with 403, without a word of upstream's, which is not asked. */
    void assertRefused(String why, String target, String... fields) {
        assertRefused(why, () -> viewer().get(target, fields), 403);
    }

    /**
     * The same for whatever is asked.
     *
     * @param statuses what a refusal may be here
     */
    void assertRefused(String why, Supplier<Answer> request, int... statuses) {
        int asked = upstream().asked();
        Answer answer = request.get();
        assertThat(answer).because(why).hasStatusIn(statuses);
        if (upstream().asked() > asked) {
            throw new AssertionError(
                    "expected nothing to be asked of what is behind the gate for a viewer who is refused, but "
                            + answer.request() + " went there");
        }
    }
}

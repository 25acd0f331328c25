package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.NoAnswerException;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A page that an edge has stored for ten seconds, and what it serves when more than that have passed. */
final class Outdated {

    private final OriginStub origin;
    private final Viewer viewer;
    private final Randoms random;
    private final String control;
    private final String target;
    private final String stored;

    private Outdated(OriginStub origin, Viewer viewer, Randoms random, String control) {
        this.origin = origin;
        this.viewer = viewer;
        this.random = random;
        this.control = control;
        this.target = page(random);
        this.stored = "old " + random.text(4);
    }

    /**
     * A page that is stored now.
     *
     * @param control its {@code Cache-Control}, which lets it be used for 10 s
     */
    static Outdated stored(OriginStub origin, Viewer viewer, Randoms random, String control) {
        Outdated outdated = new Outdated(origin, viewer, random, control);
        outdated.store();
        return outdated;
    }

    private void store() {
        origin.answer(target).field("Cache-Control", control).body(stored);
        for (int i = 0; i < 2; i++) {
            assertThat(viewer.get(target)).hasStatus(200).hasText(stored);
        }
        assertAsked(1, "it may be kept for 10 s, and the edge has it");
    }

    String target() {
        return target;
    }

    /** The origin has a newer page from now on; its text. */
    String renew() {
        String newer = "new " + random.text(4);
        origin.answer(target).field("Cache-Control", control).body(newer);
        return newer;
    }

    /** The origin answers with an error from now on, and says nothing about how long; its text. */
    String fail(int status) {
        String error = "error " + random.text(4);
        origin.answer(target).status(status).body(error);
        return error;
    }

    /** The stored page is served. */
    void assertServed(String why) {
        assertStored(viewer.get(target), why);
    }

    private void assertStored(Answer answer, String why) {
        assertThat(answer)
                .because(why() + why)
                .hasStatus(200)
                .hasText(stored)
                .because("an old page that is served from the store is a hit as well")
                .hasField("X-Cache", "Hit from edgecraft");
    }

    /** The same, and nobody waits for the origin. */
    void assertServedAtOnce(String why) {
        Answer answer;
        try {
            answer = viewer.get(target);
        } catch (NoAnswerException waited) {
            throw new AssertionError(
                    "expected the stored page at once, because " + why() + why + ", but there was no answer while the"
                            + " origin took its time",
                    waited);
        }
        assertStored(answer, why);
    }

    /** Another answer is passed on, and not the stored page. */
    void assertPasses(int status, String text, String why) {
        assertThat(viewer.get(target)).because(why() + why).hasStatus(status).hasText(text);
    }

    /** The edge says that the origin has no answer. */
    void assertFails(String why) {
        assertThat(viewer.get(target)).because(why() + why).hasStatusIn(502, 504);
    }

    private String why() {
        return "Cache-Control was \"" + control + "\", and ";
    }

    /** The origin was asked so many times in all. */
    void assertAsked(int times, String why) {
        EdgeAssertions.assertAsked(origin, target, times, why);
    }

    /** In a moment the origin has been asked so many times in all, whoever waits for it. */
    void assertBecomesAsked(int times, String why) {
        if (!origin.becomesAsked(target, times, origin.line().patience())) {
            throw new AssertionError("expected the origin to be asked for " + target + " " + times + " times, because "
                    + why() + why + ", but it was asked " + origin.count(target) + " times");
        }
    }

    /** In a moment what is served is this. */
    void assertBecomes(int status, String text, String why) {
        long deadline = System.nanoTime() + origin.line().patience().toNanos();
        Duration pause = Duration.ofMillis(5);
        Answer answer = viewer.get(target);
        while ((answer.status() != status || !answer.text().equals(text)) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(pause.toNanos());
            // Longer and longer: each time is one more line in the conversation.
            pause = pause.multipliedBy(2);
            answer = viewer.get(target);
        }
        assertThat(answer).because(why).hasStatus(status).hasText(text);
    }
}

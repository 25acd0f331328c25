package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.AnswerAssert;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Instance;
import java.time.Duration;

/**
 * Looks how long an edge uses its copies. Every page is asked for here the first time.
 *
 * @param edge whose time moves on
 * @param origin where it gets pages from
 * @param viewer who asks
 */
record Lifetimes(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer) {

    /**
     * The copy of a page is used until so many seconds after it came, and no longer. The second in which that changes
     * is not looked at.
     *
     * @param why what gives it that lifetime; goes on after "it came 59 s ago, and"
     */
    void assertLives(String target, int seconds, String why) {
        assertLives(target, 200, seconds, why);
    }

    /** The same for an answer with another status. */
    void assertLives(String target, int status, int seconds, String why) {
        Answer first = first(target, status);
        edge.advance(Duration.ofSeconds(seconds - 1L));
        String stillFresh = "its answer came " + (seconds - 1) + " s ago, and " + why;
        AnswerAssert copy = assertThat(viewer.get(target))
                .because(stillFresh)
                .hasStatus(status)
                .hasText(first.text());
        first.field("Location").ifPresent(location -> copy.hasField("Location", location));
        assertAsked(origin, target, 1, stillFresh);

        edge.advance(Duration.ofSeconds(2));
        assertAgain(target, first, "its answer came " + (seconds + 1) + " s ago, and " + why);
    }

    /** A page is not used again, not even a second later. */
    void assertAskedEachTime(String target, String why) {
        assertForgotten(target, 200, 1, why);
    }

    /** An answer is not used again when so many seconds are over; up to then it may be. */
    void assertForgotten(String target, int status, int seconds, String why) {
        Answer first = first(target, status);
        edge.advance(Duration.ofSeconds(seconds));
        assertAgain(target, first, why);
    }

    private Answer first(String target, int status) {
        Answer first = viewer.get(target);
        assertThat(first).because("that is what the origin answers").hasStatus(status);
        return first;
    }

    private void assertAgain(String target, Answer first, String why) {
        assertThat(viewer.get(target)).hasStatus(first.status()).hasText(first.text());
        assertAsked(origin, target, 2, why);
    }
}

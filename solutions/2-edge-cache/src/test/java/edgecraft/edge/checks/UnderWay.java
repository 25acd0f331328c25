package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.Stampedes.assertAtTheOrigin;
import static edgecraft.edge.checks.Stampedes.assertOthersGoOn;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Gate;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Instance;
import java.time.Duration;

/** Something that is being fetched while it is taken back: the origin has its answer ready, and takes its time. */
final class UnderWay {

    private final Instance<EdgeSettings> edge;
    private final OriginStub origin;
    private final Viewer viewer;
    private final Randoms random;
    private final String what;

    /** @param what takes it back: {@code the 204} */
    UnderWay(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random, String what) {
        this.edge = edge;
        this.origin = origin;
        this.viewer = viewer;
        this.random = random;
        this.what = what;
    }

    /**
     * Nobody gets what was fetched before, when nobody has asked in between.
     *
     * @param takeBack takes it back, while the fetch is under way
     * @param after what the origin answers to all but the first
     * @param fields what the first viewer sends, pairs of name and value
     */
    void assertNotKept(String target, Runnable takeBack, String after, String... fields) {
        try (Gate gate = origin.hold(target);
                Waiting early = new Waiting(viewer)) {
            early.get(target, fields);
            gate.await(1);
            origin.hold(target).open();
            takeBack.run();
            gate.open();
            assertEarlyAnswered(early);
        }
        assertNew(target, after);
    }

    /** The same, and somebody asks before the old fetch has ended, and does not wait for it. */
    void assertNotWaitedFor(String target, Runnable takeBack, String after) {
        try (Gate gate = origin.hold(target);
                Waiting early = new Waiting(viewer);
                Waiting later = new Waiting(viewer)) {
            early.get(target);
            gate.await(1);
            origin.hold(target).open();
            takeBack.run();
            try (Gate next = origin.hold(target)) {
                later.get(target);
                assertAtTheOrigin(next, 1, target, "who asks after " + what + " does not wait for what began before");
            }
            later.answers()
                    .forEach(answer ->
                            assertThat(answer).because(late()).hasStatus(200).hasText(after));
            gate.open();
            assertEarlyAnswered(early);
        }
        assertNew(target, after);
    }

    private void assertEarlyAnswered(Waiting early) {
        early.answers()
                .forEach(answer -> assertThat(answer)
                        .because("this viewer asked before " + what + ", and gets an answer all the same")
                        .hasStatus(200));
        // Now the edge has all that the origin sent, and time to do with it what it should not.
        origin.line().becomesIdle();
        assertOthersGoOn(origin, viewer, random, 3);
    }

    private void assertNew(String target, String after) {
        assertThat(viewer.get(target)).because(late()).hasStatus(200).hasText(after);
        edge.advance(Duration.ofSeconds(1));
        assertThat(viewer.get(target)).because(late()).hasStatus(200).hasText(after);
        long asked = origin.count(target);
        assertThat(viewer.get(target)).because(late()).hasStatus(200).hasText(after);
        assertAsked(origin, target, (int) asked, "what was fetched after " + what + " may be kept as ever");
    }

    private String late() {
        return "this viewer asked after " + what + ", and gets nothing that was fetched before";
    }
}

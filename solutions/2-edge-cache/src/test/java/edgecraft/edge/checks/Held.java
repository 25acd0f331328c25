package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Gate;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import java.util.ArrayList;
import java.util.List;

/** Viewers who ask for different pages, while the origin holds all their answers back. */
final class Held implements AutoCloseable {

    private final OriginStub origin;
    private final Waiting viewers;
    private final List<Gate> gates = new ArrayList<>();

    Held(OriginStub origin, Viewer viewer) {
        this.origin = origin;
        this.viewers = new Waiting(viewer);
    }

    /** That many viewers ask. */
    void ask(Randoms random, int viewers) {
        for (int i = 0; i < viewers; i++) {
            String target = page(random);
            gates.add(origin.hold(target));
            this.viewers.get(1, target);
        }
    }

    /**
     * The requests of all are at the origin at the same time.
     *
     * @param why goes on after "because"
     */
    void assertAtTheOrigin(String why) {
        try {
            gates.forEach(gate -> gate.await(1));
        } catch (AssertionError tooFew) {
            throw new AssertionError(
                    "expected %d requests to be at the origin at the same time, because %s, but there are %d"
                            .formatted(
                                    gates.size(),
                                    why,
                                    gates.stream().mapToInt(Gate::arrived).sum()),
                    tooFew);
        }
    }

    /**
     * The origin answers, and every viewer gets a 200.
     *
     * @param why goes on after "because"
     */
    void assertAnswered(String why) {
        gates.forEach(Gate::open);
        viewers.answers().forEach(answer -> assertThat(answer).because(why).hasStatus(200));
    }

    /** The viewers leave, and the origin holds nothing back any more. */
    @Override
    public void close() {
        viewers.close();
        gates.forEach(Gate::open);
    }
}

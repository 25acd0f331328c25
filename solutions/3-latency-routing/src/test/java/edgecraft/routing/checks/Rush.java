package edgecraft.routing.checks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Many networks that all have the same best edge, and what that edge says of its load. */
final class Rush {

    static final String LOAD = "Edge-Load";

    static final double SPILL_ABOVE = 0.9;
    static final double RETURN_BELOW = 0.5;

    /** Loads above, between and below these marks. */
    static final String ABOVE = "1.5";

    static final String BETWEEN = "0.7";
    static final String BELOW = "0.2";

    /** After so many probes the share is right, and after twice as many it is gone. */
    private static final int ENOUGH = 30;

    /** After so many rounds between the marks it has settled. */
    private static final int STEADY = 4;

    /** An edge that has less than this share of its networks is as good as empty. */
    private static final double A_FEW = 0.1;

    private final Audience audience;
    private final String edge;
    private final Heartbeats heartbeats;

    /**
     * @param cdn with all its edges
     * @param edge the best edge of all networks of the audience
     */
    Rush(Cdn cdn, Audience audience, String edge) {
        this.audience = audience;
        this.edge = edge;
        heartbeats = new Heartbeats(cdn);
    }

    Heartbeats heartbeats() {
        return heartbeats;
    }

    /** A viewer of each network asks. */
    Whereabouts ask() {
        return audience.ask();
    }

    /** Nobody has heard of any load yet. */
    void assertAllThere() {
        ask().assertAllAt(edge, "it is their best edge, and it has not said that it has too much to do");
    }

    /** The edge says that it has too much to do, until a share of the networks is away, and then that it is content. */
    Whereabouts spill(double share) {
        heartbeats.says(edge, LOAD, ABOVE);
        Whereabouts now = ask();
        for (int probes = 0; now.awayFrom(edge).size() < share * audience.size(); probes++) {
            if (probes == ENOUGH) {
                throw new AssertionError(String.format(
                        "expected a share of the %d networks to leave %s, more of them probe by probe, because it said %s: %s"
                                + " in the last %d probes, but there are %s",
                        audience.size(), edge, LOAD, ABOVE, ENOUGH, now));
            }
            heartbeats.passOnce(edge);
            now = ask();
        }
        Whereabouts held = hold();
        held.assertNoneAt(
                now.awayFrom(edge), edge, "they have left, and a load of " + BETWEEN + " does not bring them back");
        return held;
    }

    /** The edge says that it is content; where the networks are from then on. */
    Whereabouts hold() {
        heartbeats.says(edge, LOAD, BETWEEN);
        heartbeats.pass(2);
        return ask();
    }

    /** The edge has next to nothing to do, for so long that it gives nobody away any more. */
    void rest() {
        heartbeats.says(edge, LOAD, BELOW);
        heartbeats.pass(2 * ENOUGH);
    }

    /**
     * After some probes all networks are back.
     *
     * @param why goes on after "because"
     */
    void assertAllComeBack(String why) {
        for (int probes = 0; probes < 2 * ENOUGH && !ask().awayFrom(edge).isEmpty(); probes += 5) {
            heartbeats.pass(5);
        }
        ask().assertAllAt(edge, why + " for " + 2 * ENOUGH + " probes");
    }

    /**
     * The edge's load is what it was sent since the last probe. It gets between the marks, and stays there.
     *
     * @param demand the load if all networks are sent to it
     * @return the last rounds, all of them between the marks
     */
    List<Whereabouts> assertSettles(double demand) {
        List<Double> loads = new ArrayList<>();
        Deque<Whereabouts> steady = new ArrayDeque<>();
        while (steady.size() < STEADY) {
            if (loads.size() == ENOUGH + STEADY) {
                throw new AssertionError(restless(demand, loads));
            }
            Whereabouts now = ask();
            double load = demand * now.at(edge).size() / audience.size();
            assertNotEmptied(now);
            loads.add(load);
            steady.add(now);
            if (load > SPILL_ABOVE || load < RETURN_BELOW) {
                steady.clear();
            }
            heartbeats.says(edge, LOAD, String.format(Locale.ROOT, "%.3f", load));
            heartbeats.passOnce(edge);
        }
        return List.copyOf(steady);
    }

    private void assertNotEmptied(Whereabouts now) {
        int there = now.at(edge).size();
        if (there < A_FEW * audience.size()) {
            throw new AssertionError(String.format(
                    "expected %s to keep a good share of its %d networks, because it can take about half of them, but between two"
                            + " probes only %d were sent there",
                    edge, audience.size(), there));
        }
    }

    private String restless(double demand, List<Double> loads) {
        String last = loads.subList(loads.size() - 8, loads.size()).stream()
                .map(load -> String.format(Locale.ROOT, "%.2f", load))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "expected the load of %s to settle between %.1f and %.1f within %d probes, because it is %.1f when all %d networks"
                        + " are sent there, and less by the share of them that goes elsewhere, but in the last rounds it was %s",
                edge,
                RETURN_BELOW,
                SPILL_ABOVE,
                ENOUGH,
                demand,
                audience.size(),
                last);
    }
}

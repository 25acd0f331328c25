package edgecraft.routing.checks.world;

import edgecraft.kit.Network;
import java.time.Duration;
import java.util.List;

/** Whoever tells viewers where to go. */
public interface Guide {

    /**
     * Where viewers go.
     *
     * @param edge the edge's id
     * @param measure ids of other edges that they should measure
     */
    record Advice(String edge, List<String> measure) {}

    /** It is so late now, counted from the beginning of the hour. */
    void isNow(Duration time);

    /** In each of these networks a viewer asks, all at once; the answers in the same order. */
    List<Advice> advise(List<Network> networks);

    /** What viewers have measured at this time. */
    void report(List<Measured> batch);
}

package edgecraft.routing;

import edgecraft.kit.IpPrefix;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Picks the edges that viewers are asked to measure. Thread-safe. */
final class Survey {

    private static final int EVERY_EDGE_WITHIN = 60;

    private final int ask;
    private final long patience;
    private final Map<IpPrefix, AtomicReference<Asking>> askings = new ConcurrentHashMap<>();

    /**
     * @param ask how many edges are asked after at once
     * @param edges how many there are
     */
    Survey(int ask, int edges) {
        this.ask = ask;
        // Whoever loses patience may find all others in front: that takes a whole round.
        patience = EVERY_EDGE_WITHIN - (edges + ask - 1L) / Math.max(1, ask);
    }

    /**
     * The edges that the next viewer of a network is asked to measure.
     *
     * @param edges the ids of those that are worth it
     * @param lastMeasured when an edge was last measured
     */
    List<String> next(IpPrefix network, List<String> edges, Function<String, Instant> lastMeasured) {
        return askings.computeIfAbsent(network, unknown -> new AtomicReference<>(Asking.NOBODY_YET))
                .updateAndGet(before -> before.next(edges, ask, patience, lastMeasured))
                .latest();
    }
}

package edgecraft.routing;

import edgecraft.kit.LatencyPolicy;
import edgecraft.kit.Network;
import edgecraft.kit.Todo;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** What has been measured, of each edge from each network. Thread-safe. */
final class Latencies {

    Latencies(LatencyPolicy policy) {}

    /**
     * One more measurement.
     *
     * @param around its network and those around it: it counts for all of them
     */
    void add(Measurement measurement, List<Network> around, Instant now) {
        throw new Todo("3.2", "count a measurement");
    }

    /**
     * What an edge takes from a network, in milliseconds: from the narrowest network that has enough measurements of it.
     *
     * @param around the network and those around it, the narrowest first
     * @return empty if none has
     */
    OptionalDouble of(String edge, List<Network> around, Instant now) {
        throw new Todo("3.2", "what an edge takes from a network");
    }
}

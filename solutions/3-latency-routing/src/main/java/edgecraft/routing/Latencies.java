package edgecraft.routing;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.LatencyPolicy;
import edgecraft.kit.Network;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/** What has been measured, of each edge from each network. Thread-safe. */
final class Latencies {

    private record Path(IpPrefix network, String edge) {}

    private final LatencyPolicy policy;
    private final Map<Path, Smoothed> measured = new ConcurrentHashMap<>();

    Latencies(LatencyPolicy policy) {
        this.policy = policy;
    }

    /**
     * One more measurement.
     *
     * @param around its network and those around it: it counts for all of them
     */
    void add(Measurement measurement, List<Network> around, Instant now) {
        for (Network network : around) {
            measured.computeIfAbsent(
                            new Path(network.prefix(), measurement.edge()), path -> new Smoothed(policy.halfLife()))
                    .add(measurement.millis(), now);
        }
    }

    /**
     * What an edge takes from a network, in milliseconds: from the narrowest network that has enough measurements of it.
     *
     * @param around the network and those around it, the narrowest first
     * @return empty if none has
     */
    OptionalDouble of(String edge, List<Network> around, Instant now) {
        for (Network network : around) {
            Smoothed smoothed = measured.get(new Path(network.prefix(), edge));
            if (smoothed != null) {
                OptionalDouble millis = smoothed.millis(now, policy.minSamples());
                if (millis.isPresent()) {
                    return millis;
                }
            }
        }
        return OptionalDouble.empty();
    }
}

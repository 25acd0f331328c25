package edgecraft.routing;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.LatencyPolicy;
import edgecraft.kit.Network;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/** What has been measured, of each edge from each network. Thread-safe. */
final class Latencies {

    private final LatencyPolicy policy;
    private final Map<Way, Smoothed> measured = new ConcurrentHashMap<>();

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
                            new Way(network.prefix(), measurement.edge()), way -> new Smoothed(policy.halfLife()))
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
            OptionalDouble millis = of(edge, network, now);
            if (millis.isPresent()) {
                return millis;
            }
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble of(String edge, Network network, Instant now) {
        Smoothed smoothed = measured.get(new Way(network.prefix(), edge));
        return smoothed == null ? OptionalDouble.empty() : smoothed.millis(now, policy.minSamples());
    }

    /** When an edge was last measured from a network; empty if never, or if that is forgotten. */
    Optional<Instant> lastMeasured(String edge, IpPrefix network, Instant now) {
        return Optional.ofNullable(measured.get(new Way(network, edge)))
                .flatMap(smoothed -> smoothed.lastMeasured(now));
    }

    private record Way(IpPrefix network, String edge) {}
}

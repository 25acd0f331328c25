package edgecraft.routing;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.LatencyPolicy;
import edgecraft.kit.Network;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What has been measured, of each edge from each network. Not thread-safe: who has it guards it. */
final class Latencies {

    private final LatencyPolicy policy;
    private final Map<Key, Smoothed> measured = new HashMap<>();

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
                            new Key(network.prefix(), measurement.edge()), key -> new Smoothed(policy.halfLife()))
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
            Smoothed smoothed = measured.get(new Key(network.prefix(), edge));
            OptionalDouble millis =
                    smoothed == null ? OptionalDouble.empty() : smoothed.millis(now, policy.minSamples());
            if (millis.isPresent()) {
                return millis;
            }
        }
        return OptionalDouble.empty();
    }

    /** When an edge was last measured from a network; {@link Instant#MIN} if it never was. */
    Instant lastMeasured(String edge, Network network) {
        Smoothed smoothed = measured.get(new Key(network.prefix(), edge));
        return smoothed == null ? Instant.MIN : smoothed.newest();
    }

    private record Key(IpPrefix network, String edge) {}
}

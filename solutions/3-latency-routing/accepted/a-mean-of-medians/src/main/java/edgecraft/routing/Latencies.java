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

    private final LatencyPolicy policy;
    private final Map<Way, Smoothed> measured = new ConcurrentHashMap<>();

    /** From a network to an edge. */
    private record Way(IpPrefix network, String edge) {}

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
            measured.compute(
                    new Way(network.prefix(), measurement.edge()),
                    (way, before) ->
                            (before == null ? Smoothed.NOTHING : before).with(measurement.millis(), now, policy));
        }
    }

    /**
     * What an edge takes from a network, in milliseconds: from the narrowest network that has enough measurements of it.
     *
     * @param around the network and those around it, the narrowest first
     * @return empty if none has
     */
    OptionalDouble of(String edge, List<Network> around, Instant now) {
        return around.stream()
                .map(network -> measured.getOrDefault(new Way(network.prefix(), edge), Smoothed.NOTHING))
                .map(smoothed -> smoothed.millis(now, policy))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }
}

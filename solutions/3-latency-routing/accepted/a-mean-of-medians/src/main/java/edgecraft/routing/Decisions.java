package edgecraft.routing;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Location;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Decides where viewers are sent, and remembers where their networks are. Thread-safe. */
final class Decisions {

    private final RouterSettings settings;
    private final Networks networks;
    private final Latencies latencies;
    private final Probes probes;
    private final Map<IpPrefix, Staying> stays = new ConcurrentHashMap<>();

    Decisions(RouterSettings settings, Networks networks, Latencies latencies, Probes probes) {
        this.settings = settings;
        this.networks = networks;
        this.latencies = latencies;
        this.probes = probes;
    }

    /** For a viewer who asks now. */
    Decision next(IpAddress viewer) {
        return decide(viewer, true);
    }

    /** For a viewer who might ask now. Changes nothing. */
    Decision preview(IpAddress viewer) {
        return decide(viewer, false);
    }

    private Decision decide(IpAddress viewer, boolean counts) {
        // In this order: nothing in the states is later than now.
        Map<String, EdgeState> states = probes.states();
        Instant now = settings.time().instant();
        List<Network> around = networks.around(viewer);
        IpPrefix network = around.isEmpty() ? null : around.get(0).prefix();
        Offer offer = new Offer(settings, network, candidates(around, states, now), states, now);
        return new Decision(
                around,
                offer.candidates(),
                offer.candidate(stay(network, offer, counts).edge()));
    }

    private Staying stay(@Nullable IpPrefix network, Offer offer, boolean counts) {
        if (network == null) {
            return offer.after(null);
        }
        return counts
                ? stays.compute(network, (prefix, before) -> offer.after(before))
                : offer.after(stays.get(network));
    }

    private List<Candidate> candidates(List<Network> around, Map<String, EdgeState> states, Instant now) {
        Location place = around.stream()
                .map(Network::location)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return settings.edges().stream()
                .map(edge -> candidate(
                        edge, states.get(edge.id()).health().isUp(), place, latencies.of(edge.id(), around, now)))
                .toList();
    }

    private static Candidate candidate(EdgeSite edge, boolean isUp, @Nullable Location place, OptionalDouble measured) {
        if (place == null) {
            return new Candidate(edge, isUp, OptionalDouble.empty(), measured, measured.isPresent());
        }
        double kilometres = Globe.kilometres(place, edge.location());
        double millis = measured.orElse(Globe.expectedMillis(kilometres));
        return new Candidate(
                edge, isUp, OptionalDouble.of(kilometres), OptionalDouble.of(millis), measured.isPresent());
    }
}

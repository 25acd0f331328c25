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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides where viewers go, from all that is known of networks and edges. Thread-safe. */
final class Routing {

    private final RouterSettings settings;
    private final Networks networks;
    private final Latencies latencies;
    private final Probes probes;

    /** Where each network is that has asked. */
    private final Map<IpPrefix, Staying> stays = new ConcurrentHashMap<>();

    Routing(RouterSettings settings, Networks networks, Latencies latencies, Probes probes) {
        this.settings = settings;
        this.networks = networks;
        this.latencies = latencies;
        this.probes = probes;
    }

    /** Where a viewer would be sent now. Changes nothing. */
    Decision consider(IpAddress viewer) {
        Look look = look(viewer);
        return look.decision(look.next(stays.get(look.network())));
    }

    /** Where a viewer is sent now. */
    Decision send(IpAddress viewer) {
        Look look = look(viewer);
        if (look.around().isEmpty()) {
            return look.decision(look.next(null));
        }
        return look.decision(
                Objects.requireNonNull(stays.compute(look.network(), (network, before) -> look.next(before))));
    }

    private Look look(IpAddress viewer) {
        Instant now = settings.time().instant();
        List<Network> around = networks.around(viewer);
        Optional<Location> where = around.stream()
                .map(Network::location)
                .flatMap(Stream::ofNullable)
                .findFirst();
        List<Candidate> candidates = settings.edges().stream()
                .map(edge -> candidate(edge, around, where, now))
                .toList();
        IpPrefix network = around.isEmpty()
                ? IpPrefix.around(viewer, viewer.bits())
                : around.get(0).prefix();
        return new Look(network, around, candidates, new Admission(settings, probes::of, now));
    }

    private Candidate candidate(EdgeSite edge, List<Network> around, Optional<Location> where, Instant now) {
        OptionalDouble kilometres = where.stream()
                .mapToDouble(location -> Globe.kilometres(location, edge.location()))
                .findFirst();
        OptionalDouble measured = latencies.of(edge.id(), around, now);
        OptionalDouble millis = measured.isPresent()
                ? measured
                : kilometres.stream().map(Globe::expectedMillis).findFirst();
        return new Candidate(edge, probes.of(edge.id()).health().isUp(), kilometres, millis, measured.isPresent());
    }

    /**
     * All that counts for one viewer at one time.
     *
     * @param network the narrowest around the viewer; if there is none, the viewer's address alone
     */
    private record Look(IpPrefix network, List<Network> around, List<Candidate> candidates, Admission admission) {

        /** Where the network is after this request. */
        Staying next(@Nullable Staying before) {
            String edge = before == null ? null : before.edge();
            List<Candidate> open = admission.open(candidates, network, edge);
            Candidate best = Choice.best(open);
            return open.stream()
                    .filter(candidate -> candidate.edge().id().equals(edge))
                    .findFirst()
                    .flatMap(present -> Optional.ofNullable(before)
                            .map(stay -> stay.after(
                                    present, best, admission.settings().hysteresis(), admission.now())))
                    .orElse(Staying.at(best));
        }

        Decision decision(Staying stay) {
            Candidate chosen = candidates.stream()
                    .filter(candidate -> candidate.edge().id().equals(stay.edge()))
                    .findFirst()
                    .orElseThrow();
            return new Decision(around, candidates, chosen);
        }
    }
}

package edgecraft.routing;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Location;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Decides where viewers are sent, by all that is known. Everything that changes is guarded by the lock of this object, and nothing
 * under it waits.
 */
final class Dispatcher {

    private final RouterSettings settings;
    private final Networks networks;
    private final Latencies latencies;
    private final Map<String, EdgeState> states = new HashMap<>();
    private final Map<IpPrefix, Staying> stays = new HashMap<>();
    private final Map<IpPrefix, Turns> turns = new HashMap<>();

    Dispatcher(RouterSettings settings, Networks networks) {
        this.settings = settings;
        this.networks = networks;
        this.latencies = new Latencies(settings.latency());
    }

    /** Counts measurements, all at the same time. */
    synchronized void learn(List<Measurement> measurements) {
        Instant now = settings.time().instant();
        for (Measurement measurement : measurements) {
            latencies.add(measurement, networks.around(measurement.network()), now);
        }
    }

    /** Counts a probe that has just ended. */
    synchronized void probed(EdgeSite edge, ProbeResult result) {
        EdgeState before = states.getOrDefault(edge.id(), EdgeState.UNKNOWN);
        states.put(edge.id(), before.after(result, settings, settings.time().instant()));
    }

    /** Where a viewer would be sent now. Counts as no viewer. */
    synchronized Decision explain(IpAddress viewer) {
        Instant now = settings.time().instant();
        List<Network> around = networks.around(viewer);
        List<Candidate> candidates = candidates(around, now);
        IpPrefix network = network(around);
        return decision(viewer, network, candidates, next(network, candidates, now), List.of());
    }

    /** Sends a viewer somewhere. */
    synchronized Decision send(IpAddress viewer) {
        Instant now = settings.time().instant();
        List<Network> around = networks.around(viewer);
        List<Candidate> candidates = candidates(around, now);
        IpPrefix network = network(around);
        Staying next = next(network, candidates, now);
        if (network == null) {
            return decision(viewer, null, candidates, next, List.of());
        }
        stays.put(network, next);
        Candidate chosen = find(next.edge(), candidates);
        return decision(viewer, network, candidates, next, measure(around.get(0), chosen, candidates));
    }

    private static @Nullable IpPrefix network(List<Network> around) {
        return around.isEmpty() ? null : around.get(0).prefix();
    }

    private static Decision decision(
            IpAddress viewer,
            @Nullable IpPrefix network,
            List<Candidate> candidates,
            Staying next,
            List<String> measure) {
        return new Decision(viewer, network, find(next.edge(), candidates).edge(), candidates, measure);
    }

    private List<Candidate> candidates(List<Network> around, Instant now) {
        Optional<Location> location =
                around.stream().map(Network::location).filter(Objects::nonNull).findFirst();
        return settings.edges().stream()
                .map(edge -> candidate(edge, around, location, now))
                .toList();
    }

    private Candidate candidate(EdgeSite edge, List<Network> around, Optional<Location> location, Instant now) {
        boolean isUp = states.getOrDefault(edge.id(), EdgeState.UNKNOWN).isUp();
        OptionalDouble kilometres = location.map(from -> OptionalDouble.of(Globe.kilometres(from, edge.location())))
                .orElse(OptionalDouble.empty());
        OptionalDouble measured = latencies.of(edge.id(), around, now);
        if (measured.isPresent()) {
            return new Candidate(edge, isUp, kilometres, measured, true);
        }
        OptionalDouble expected = kilometres.isPresent()
                ? OptionalDouble.of(Globe.expectedMillis(kilometres.getAsDouble()))
                : OptionalDouble.empty();
        return new Candidate(edge, isUp, kilometres, expected, false);
    }

    private Staying next(@Nullable IpPrefix network, List<Candidate> candidates, Instant now) {
        Staying before = network == null ? null : stays.get(network);
        Admission admission = new Admission(settings, states, network, before == null ? null : before.edge(), now);
        List<Candidate> taking = admission.taking(candidates);
        Candidate target = Choice.best(taking);
        if (before == null) {
            return Staying.at(target);
        }
        Candidate present = find(before.edge(), candidates);
        return taking.contains(present)
                ? before.after(present, target, settings.hysteresis(), now)
                : Staying.at(target);
    }

    private List<String> measure(Network network, Candidate chosen, List<Candidate> candidates) {
        List<String> worthIt = candidates.stream()
                .filter(Candidate::isUp)
                .filter(candidate -> !candidate.equals(chosen))
                .filter(candidate -> couldBeat(candidate, chosen))
                .map(candidate -> candidate.edge().id())
                .toList();
        return turns.computeIfAbsent(network.prefix(), prefix -> new Turns())
                .next(worthIt, settings.latency().ask(), edge -> latencies.lastMeasured(edge, network));
    }

    /** Whether light could make it to an edge in less time than the chosen one takes. */
    private static boolean couldBeat(Candidate candidate, Candidate chosen) {
        return candidate.kilometres().isEmpty()
                || Globe.leastMillis(candidate.kilometres().getAsDouble()) <= chosen.expected();
    }

    private static Candidate find(String edge, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.edge().id().equals(edge))
                .findFirst()
                .orElseThrow();
    }
}

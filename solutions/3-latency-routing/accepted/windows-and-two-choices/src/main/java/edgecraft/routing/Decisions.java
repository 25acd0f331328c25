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
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Decides where viewers are sent, and remembers where each network is. Thread-safe. */
final class Decisions {

    private final RouterSettings settings;
    private final Networks networks;
    private final Latencies latencies;
    private final Fleet fleet;
    private final Map<IpPrefix, AtomicReference<@Nullable Staying>> stayings = new ConcurrentHashMap<>();

    Decisions(RouterSettings settings, Networks networks, Latencies latencies, Fleet fleet) {
        this.settings = settings;
        this.networks = networks;
        this.latencies = latencies;
        this.fleet = fleet;
    }

    /** Where a viewer who asks now is sent. */
    Decision make(IpAddress viewer) {
        Outlook outlook = outlook(viewer);
        IpPrefix network = outlook.network();
        Staying staying = network == null
                ? outlook.after(null)
                : stayings.computeIfAbsent(network, unknown -> new AtomicReference<>())
                        .updateAndGet(outlook::after);
        return decision(viewer, outlook, staying);
    }

    /** Where a viewer would be sent. It changes nothing. */
    Decision preview(IpAddress viewer) {
        Outlook outlook = outlook(viewer);
        IpPrefix network = outlook.network();
        AtomicReference<@Nullable Staying> staying = network == null ? null : stayings.get(network);
        return decision(viewer, outlook, outlook.after(staying == null ? null : staying.get()));
    }

    private static Decision decision(IpAddress viewer, Outlook outlook, Staying staying) {
        return new Decision(viewer, outlook.network(), outlook.candidate(staying.edge()), outlook.candidates());
    }

    private Outlook outlook(IpAddress viewer) {
        Instant now = settings.time().instant();
        List<Network> around = networks.around(viewer);
        Location location = around.stream()
                .map(Network::location)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Map<String, EdgeState> states = fleet.states();
        List<Candidate> candidates = settings.edges().stream()
                .map(edge -> candidate(edge, states.get(edge.id()), location, latencies.of(edge.id(), around, now)))
                .toList();
        IpPrefix network = around.isEmpty() ? null : around.get(0).prefix();
        return new Outlook(network, candidates, states, settings, now);
    }

    private static Candidate candidate(
            EdgeSite edge, EdgeState state, @Nullable Location viewer, OptionalDouble measured) {
        OptionalDouble kilometres =
                viewer == null ? OptionalDouble.empty() : OptionalDouble.of(Globe.kilometres(viewer, edge.location()));
        OptionalDouble millis = measured.isPresent() ? measured : expected(kilometres);
        return new Candidate(edge, state.health().isUp(), kilometres, millis, measured.isPresent());
    }

    private static OptionalDouble expected(OptionalDouble kilometres) {
        return kilometres.isPresent()
                ? OptionalDouble.of(Globe.expectedMillis(kilometres.getAsDouble()))
                : OptionalDouble.empty();
    }
}

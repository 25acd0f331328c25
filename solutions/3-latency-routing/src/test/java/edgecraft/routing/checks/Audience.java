package edgecraft.routing.checks;

import edgecraft.kit.Location;
import edgecraft.kit.Network;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Many networks in one city. */
final class Audience {

    private final Cdn cdn;
    private final List<Network> networks;
    private Whereabouts latest = Whereabouts.UNKNOWN;

    Audience(Cdn cdn, int size, Location city) {
        this.cdn = cdn;
        networks = Stream.generate(() -> cdn.network(city)).limit(size).toList();
    }

    int size() {
        return networks.size();
    }

    /** Some viewer of each network asks. */
    Whereabouts ask() {
        latest = latest.next(networks, cdn::edgeFor);
        return latest;
    }

    /** The decision about each network names the edge that its viewers were sent to when they asked last. */
    void assertDecidedAsSent() {
        networks.forEach(network -> cdn.assertDecided(
                network,
                Objects.requireNonNull(latest.edges().get(network.prefix())),
                "a viewer of its network was sent there just now, and nothing has happened since"));
    }

    /** A viewer of each network has measured an edge: one batch. */
    void measured(String edge, double millis) {
        cdn.report(networks.stream()
                .map(network -> Cdn.entry(network, edge, millis))
                .toList());
    }
}

package edgecraft.routing.checks;

import edgecraft.kit.Location;
import edgecraft.kit.Network;
import java.util.List;
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

    /** A viewer of each network has measured an edge: one batch. */
    void measured(String edge, double millis) {
        cdn.report(networks.stream()
                .map(network -> Cdn.entry(network, edge, millis))
                .toList());
    }
}

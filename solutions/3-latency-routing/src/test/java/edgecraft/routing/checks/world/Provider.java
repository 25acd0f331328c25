package edgecraft.routing.checks.world;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import java.util.Map;
import java.util.Objects;

/**
 * A company that connects viewers. Each has its own ways to the edges, and no map shows them.
 *
 * @param city where it is at home
 * @param prefix all its addresses
 * @param share how many viewers it has; those of all providers are 1
 * @param roads how it gets to each edge, by the edge's code
 */
record Provider(City city, IpPrefix prefix, double share, Map<String, Road> roads) {

    /** The wide network that a router knows. */
    Network network() {
        return new Network(prefix, city.location());
    }

    /** No two providers share an address. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Provider that && prefix.equals(that.prefix);
    }

    @Override
    public int hashCode() {
        return prefix.hashCode();
    }

    Road roadTo(City edge) {
        return Objects.requireNonNull(roads.get(edge.code()));
    }

    /** What the way to an edge takes when nothing is in the way, from the middle of the city, in milliseconds. */
    double millisTo(City edge) {
        return World.MILLIS_PER_KILOMETRE * roadTo(edge).kilometres(city.location(), edge);
    }
}

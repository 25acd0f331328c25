package edgecraft.routing.checks.world;

import edgecraft.kit.Location;
import edgecraft.kit.Network;

/**
 * A network with viewers in it.
 *
 * @param network as the router knows it; it may not know where it is
 * @param provider who connects it
 * @param location where it really is
 * @param lastMile what the way from a viewer to the provider takes, there and back, in milliseconds
 * @param share how many viewers it has; those of all networks are 1
 */
public record ViewerNetwork(Network network, Provider provider, Location location, double lastMile, double share) {

    /** What the way to an edge takes when nothing is in the way, in milliseconds. */
    double millisTo(City edge) {
        return lastMile + World.MILLIS_PER_KILOMETRE * provider.roadTo(edge).kilometres(location, edge);
    }
}

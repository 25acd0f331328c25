package edgecraft.routing.checks.world;

import edgecraft.kit.Location;
import org.jspecify.annotations.Nullable;

/**
 * How a provider gets to an edge.
 *
 * @param by a city that lies on the way, wherever on the globe that is; null if there is none
 * @param winding how many times as long as a straight line the way is, or as two of them by way of that city
 */
record Road(@Nullable City by, double winding) {

    /** How long the way from a viewer to an edge is. */
    double kilometres(Location viewer, City edge) {
        double straight =
                by == null ? edge.kilometresTo(viewer) : by.kilometresTo(viewer) + by.kilometresTo(edge.location());
        return winding * straight;
    }
}

package edgecraft.routing.checks.world;

import java.time.Duration;

/**
 * A viewer was sent to an edge.
 *
 * @param viewer the viewer's network
 * @param time when, counted from the beginning of the hour
 * @param edge the edge
 * @param mine how long the viewer waited, in milliseconds
 * @param nearest how long it would have been with the nearest edge that was up
 * @param best how long with the best
 */
public record Visit(ViewerNetwork viewer, Duration time, City edge, double mine, double nearest, double best) {

    static Visit of(ViewerNetwork viewer, Duration time, City edge, Moment now) {
        return new Visit(
                viewer,
                time,
                edge,
                now.millis(viewer, edge),
                now.millis(viewer, now.nearest(viewer)),
                now.millis(viewer, now.best(viewer)));
    }
}

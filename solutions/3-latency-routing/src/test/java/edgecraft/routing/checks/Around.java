package edgecraft.routing.checks;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The edges around a place.
 *
 * @param edges at least two, the nearest first
 */
record Around(Location place, List<EdgeSite> edges) {

    /** No distance is so exact that the judge insists on less. */
    private static final double CLEAR = 1.02;

    static Around of(Location place, List<EdgeSite> sites) {
        Comparator<EdgeSite> byDistance =
                Comparator.comparingDouble(site -> GreatCircle.kilometres(place, site.location()));
        return new Around(place, sites.stream().sorted(byDistance).toList());
    }

    EdgeSite nearest() {
        return edges.get(0);
    }

    EdgeSite next() {
        return edges.get(1);
    }

    /** Whether there is no doubt which is the nearest. */
    boolean isClear() {
        return kilometresTo(next()) > CLEAR * kilometresTo(nearest()) + 1;
    }

    /** Whether the next is at most so many times as far away as the nearest. */
    boolean isClose(double times) {
        return kilometresTo(next()) < times * kilometresTo(nearest());
    }

    double kilometresTo(EdgeSite site) {
        return GreatCircle.kilometres(place, site.location());
    }

    /** What is expected of an edge that nobody has measured, in milliseconds. */
    double expectedMillis(EdgeSite site) {
        return GreatCircle.expectedMillis(place, site.location());
    }

    /** Why the nearest is the nearest. */
    String why() {
        return "the viewer is at " + degrees(place) + ", which is " + distance(nearest()) + " and " + distance(next());
    }

    private String distance(EdgeSite site) {
        return String.format(
                Locale.ROOT, "%,.0f km from %s at %s", kilometresTo(site), site.id(), degrees(site.location()));
    }

    private static String degrees(Location point) {
        return String.format(Locale.ROOT, "%.1f, %.1f", point.latitude(), point.longitude());
    }
}

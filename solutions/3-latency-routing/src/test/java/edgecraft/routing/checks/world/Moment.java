package edgecraft.routing.checks.world;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The world at one time.
 *
 * @param up the edges that work
 * @param congestions what takes longer now
 */
public record Moment(List<City> up, List<Congestion> congestions) {

    /** How long a viewer waits who is sent to an edge that is gone, in milliseconds. */
    private static final double LOST = 3000;

    public boolean isUp(City edge) {
        return up.contains(edge);
    }

    /** How long a viewer waits for an edge, in milliseconds. */
    double millis(ViewerNetwork viewer, City edge) {
        return isUp(edge) ? way(viewer, edge) : LOST;
    }

    private double way(ViewerNetwork viewer, City edge) {
        double millis = viewer.millisTo(edge);
        for (Congestion congestion : congestions) {
            millis += congestion.isFelt(viewer, edge) ? congestion.millis() : 0;
        }
        return millis;
    }

    /** The nearest edge that is up. */
    City nearest(ViewerNetwork viewer) {
        return least(edge -> edge.kilometresTo(viewer.location()));
    }

    /** The best edge: nobody could send this viewer better. */
    City best(ViewerNetwork viewer) {
        return least(edge -> way(viewer, edge));
    }

    private City least(ToDoubleFunction<City> figure) {
        return up.stream().min(Comparator.comparingDouble(figure)).orElseThrow();
    }
}

package edgecraft.routing.checks.world;

import org.jspecify.annotations.Nullable;

/**
 * For a time, a way takes longer than its length says.
 *
 * @param provider whose viewers feel it; null if all do who are sent to the edge
 * @param edge where that way leads
 * @param period when
 * @param millis how much longer, in milliseconds
 */
record Congestion(@Nullable Provider provider, City edge, Period period, double millis) {

    /** While it lasts: whether this viewer feels it on the way to this edge. */
    boolean isFelt(ViewerNetwork viewer, City to) {
        return edge.equals(to) && (provider == null || provider.equals(viewer.provider()));
    }
}

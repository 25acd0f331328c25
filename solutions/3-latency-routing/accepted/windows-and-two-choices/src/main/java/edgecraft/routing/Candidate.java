package edgecraft.routing;

import edgecraft.kit.EdgeSite;
import java.util.OptionalDouble;

/**
 * An edge as it looks to one viewer.
 *
 * @param isUp whether its probes say that it works
 * @param kilometres how far away it is; empty if nobody knows where the viewer is
 * @param millis what a round trip to it is expected to take; empty if nobody knows
 * @param isMeasured whether that comes from measurements, not from the distance
 */
record Candidate(EdgeSite edge, boolean isUp, OptionalDouble kilometres, OptionalDouble millis, boolean isMeasured) {

    /** What it is expected to take, in milliseconds; if nobody knows, more than everything known. */
    double expected() {
        return millis.orElse(Double.MAX_VALUE);
    }
}

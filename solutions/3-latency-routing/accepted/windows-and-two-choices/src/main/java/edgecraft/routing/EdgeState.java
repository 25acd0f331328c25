package edgecraft.routing;

import edgecraft.kit.RouterSettings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the probes of an edge have said so far.
 *
 * @param load what share of its capacity is in use
 * @param accepted the share of its networks that it keeps, because of its load: 0 to 1
 * @param isDraining whether it wants no new networks
 * @param upAgainSince when it came up after having been down; null if it was never down, or is
 */
record EdgeState(
        EdgeHealth health,
        double load,
        double accepted,
        boolean isDraining,
        @Nullable Instant upAgainSince) {

    /** An edge that has not been asked yet. */
    static final EdgeState UNKNOWN = new EdgeState(EdgeHealth.UNKNOWN, 0, 1, false, null);

    /** After one more probe, which has ended now. */
    EdgeState after(Probe probe, RouterSettings settings, Instant now) {
        EdgeHealth next = health.after(probe.success(), settings.health());
        Instant upAgain = upAgainSince(next, now);
        return probe.success()
                ? new EdgeState(
                        next,
                        probe.load(),
                        Spill.accepted(accepted, probe.load(), settings.load()),
                        probe.isDraining(),
                        upAgain)
                : new EdgeState(next, load, accepted, isDraining, upAgain);
    }

    private @Nullable Instant upAgainSince(EdgeHealth next, Instant now) {
        if (!next.isUp()) {
            return null;
        }
        return health.isUp() ? upAgainSince : now;
    }

    /** Which share of its networks it has again after having been down: 0 to 1. */
    double returned(Duration slowReturn, Instant now) {
        if (upAgainSince == null || slowReturn.isZero()) {
            return 1;
        }
        double elapsed = Duration.between(upAgainSince, now).toMillis();
        return Math.min(1, elapsed / slowReturn.toMillis());
    }
}

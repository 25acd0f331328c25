package edgecraft.routing;

import edgecraft.kit.RouterSettings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the probes of an edge have told.
 *
 * @param load what share of its capacity is in use, as it says
 * @param isDraining whether it wants no new viewers
 * @param accepted which share of its networks it may have, for its load: 0 to 1
 * @param upSince when it came up again; null if it was never down
 */
record EdgeState(
        EdgeHealth health,
        double load,
        boolean isDraining,
        double accepted,
        @Nullable Instant upSince) {

    /** An edge that has not been asked yet. */
    static final EdgeState UNKNOWN = new EdgeState(EdgeHealth.UNKNOWN, 0, false, 1, null);

    /** After one more probe. */
    EdgeState after(Probe probe, RouterSettings settings, Instant now) {
        EdgeHealth next = health.after(probe.success(), settings.health());
        Instant since = next.isUp() && !health.isUp() ? now : upSince;
        return probe.success()
                ? new EdgeState(
                        next,
                        probe.load(),
                        probe.draining(),
                        Spill.accepted(accepted, probe.load(), settings.load()),
                        since)
                : new EdgeState(next, load, isDraining, accepted, since);
    }

    /**
     * Which share of its networks an edge that was down has back.
     *
     * @param all how long it takes until it has all
     * @return 0 to 1
     */
    double returned(Duration all, Instant now) {
        if (upSince == null || all.isZero()) {
            return 1;
        }
        return Math.min(1, (double) Duration.between(upSince, now).toNanos() / all.toNanos());
    }
}

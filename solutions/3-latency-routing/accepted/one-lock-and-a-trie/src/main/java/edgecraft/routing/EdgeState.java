package edgecraft.routing;

import edgecraft.kit.RouterSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the probes of an edge have told.
 *
 * @param load what share of its capacity is in use
 * @param accepted the share of its networks that it keeps: 0 to 1
 * @param isDraining whether it wants no new networks
 * @param upSince when it came up again; null if it was never down
 */
record EdgeState(
        EdgeHealth health,
        double load,
        double accepted,
        boolean isDraining,
        @Nullable Instant upSince) {

    static final EdgeState UNKNOWN = new EdgeState(EdgeHealth.UNKNOWN, 0, 1, false, null);

    boolean isUp() {
        return health.isUp();
    }

    /** After one more probe, which ended now. */
    EdgeState after(ProbeResult probe, RouterSettings settings, Instant now) {
        EdgeHealth next = health.after(probe.isSuccess(), settings.health());
        Instant since = next.isUp() && !isUp() ? now : upSince;
        return probe.isSuccess()
                ? new EdgeState(
                        next,
                        probe.load(),
                        Spill.accepted(accepted, probe.load(), settings.load()),
                        probe.isDraining(),
                        since)
                : new EdgeState(next, load, accepted, isDraining, since);
    }
}

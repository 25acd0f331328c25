package edgecraft.routing;

import edgecraft.kit.HealthPolicy;
import edgecraft.kit.RouterSettings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an edge's probes have said so far. Immutable.
 *
 * @param health whether it works
 * @param load what share of its capacity is in use
 * @param share the share of its networks that it keeps
 * @param isDraining whether it wants no new networks
 * @param upSince when it came back; null if it was never down
 */
record EdgeState(
        EdgeHealth health,
        double load,
        double share,
        boolean isDraining,
        @Nullable Instant upSince) {

    /** Of an edge that has not been asked yet. */
    static final EdgeState UNKNOWN = new EdgeState(EdgeHealth.UNKNOWN, 0, 1, false, null);

    /** After a probe that has failed: only the health is another. */
    EdgeState afterFailure(HealthPolicy policy) {
        return new EdgeState(health.after(false, policy), load, share, isDraining, upSince);
    }

    /** After a probe that has succeeded, and what its answer said. */
    EdgeState afterSuccess(double loadNow, boolean isDrainingNow, RouterSettings settings) {
        EdgeHealth after = health.after(true, settings.health());
        boolean isBack = after.isUp() && !health.isUp();
        return new EdgeState(
                after,
                loadNow,
                Spill.accepted(share, loadNow, settings.load()),
                isDrainingNow,
                isBack ? settings.time().instant() : upSince);
    }

    /** Whether it keeps a network when it has much to do. */
    boolean keeps(double order) {
        return order <= share;
    }

    /** Whether a network may be there, as far as coming back slowly is concerned. */
    boolean hasBack(double order, Duration slowReturn, Instant now) {
        return upSince == null || Duration.between(upSince, now).toNanos() >= order * slowReturn.toNanos();
    }
}

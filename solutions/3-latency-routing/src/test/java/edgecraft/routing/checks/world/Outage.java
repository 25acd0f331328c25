package edgecraft.routing.checks.world;

import edgecraft.kit.HealthPolicy;
import java.time.Duration;

/**
 * For a time, an edge is gone.
 *
 * @param edge which
 * @param period when
 */
public record Outage(City edge, Period period) {

    /** When a router knows it by its probes: from the last failure that it takes to the last success. */
    public Period known(HealthPolicy policy) {
        return new Period(
                afterProbes(period.from(), policy.failuresToGoDown(), policy.interval()),
                afterProbes(period.to(), policy.successesToComeUp(), policy.interval()));
    }

    private static Duration afterProbes(Duration change, int probes, Duration interval) {
        Duration sinceTheLast = Duration.ofNanos(change.toNanos() % interval.toNanos());
        Duration next =
                sinceTheLast.isZero() ? change : change.minus(sinceTheLast).plus(interval);
        return next.plus(interval.multipliedBy(probes - 1L));
    }
}

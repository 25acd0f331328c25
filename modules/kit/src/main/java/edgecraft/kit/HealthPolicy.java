package edgecraft.kit;

import java.io.Serializable;
import java.time.Duration;

/**
 * How the router finds out which edges are up.
 *
 * @param path what it asks every edge for, with {@code GET}, for example {@code /health}
 * @param interval how often, in the time of the settings
 * @param timeout how long a probe may take in all, in real time; then it has failed
 * @param failuresToGoDown after that many failures in a row an edge is down
 * @param successesToComeUp after that many successes in a row an edge that was down is up
 */
public record HealthPolicy(
        String path, Duration interval, Duration timeout, int failuresToGoDown, int successesToComeUp)
        implements Serializable {

    /** This policy, with another interval. */
    public HealthPolicy withInterval(Duration time) {
        return new HealthPolicy(path, time, timeout, failuresToGoDown, successesToComeUp);
    }

    /** This policy, with another patience. */
    public HealthPolicy withTimeout(Duration patience) {
        return new HealthPolicy(path, interval, patience, failuresToGoDown, successesToComeUp);
    }

    /** This policy, with other counts. */
    public HealthPolicy withCounts(int down, int up) {
        return new HealthPolicy(path, interval, timeout, down, up);
    }
}

package edgecraft.routing;

import edgecraft.kit.HealthPolicy;

/**
 * Whether an edge is up, after all probes so far.
 *
 * @param isUp what it is now
 * @param against how many probes in a row have said the opposite
 */
record EdgeHealth(boolean isUp, int against) {

    /** An edge that has not been asked yet: up. */
    static final EdgeHealth UNKNOWN = new EdgeHealth(true, 0);

    /** After one more probe. */
    EdgeHealth after(boolean success, HealthPolicy policy) {
        if (success == isUp) {
            return new EdgeHealth(isUp, 0);
        }
        int enough = isUp ? policy.failuresToGoDown() : policy.successesToComeUp();
        return against + 1 < enough ? new EdgeHealth(isUp, against + 1) : new EdgeHealth(!isUp, 0);
    }
}

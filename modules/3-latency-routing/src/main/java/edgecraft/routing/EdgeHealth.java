package edgecraft.routing;

import edgecraft.kit.HealthPolicy;
import edgecraft.kit.Todo;

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
        throw new Todo("3.4", "count a probe");
    }
}

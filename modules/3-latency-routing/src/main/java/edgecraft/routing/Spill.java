package edgecraft.routing;

import edgecraft.kit.LoadPolicy;
import edgecraft.kit.Todo;

/** Decides which share of its networks an edge keeps when it has too much to do. */
final class Spill {

    private Spill() {}

    /**
     * The share after one more probe: less if the load is above the marks, more if it is below them, and the same between them.
     *
     * @param before the share until now: 0 to 1
     * @param load what share of its capacity is in use
     * @return 0 to 1
     */
    static double accepted(double before, double load, LoadPolicy marks) {
        throw new Todo("3.8", "the share that an edge keeps");
    }
}

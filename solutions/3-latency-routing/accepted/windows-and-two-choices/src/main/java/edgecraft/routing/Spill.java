package edgecraft.routing;

import edgecraft.kit.LoadPolicy;

/** Decides which share of its networks an edge keeps when it has too much to do. */
final class Spill {

    /** How much of its networks an edge gets back after one probe, at most. */
    private static final double LARGEST_RETURN = 0.1;

    private Spill() {}

    /**
     * The share after one more probe. It follows the load half-way (a square root), since what a share does to the load is seen only
     * one probe later.
     *
     * @param before the share until now: 0 to 1
     * @param load what share of its capacity is in use
     */
    static double accepted(double before, double load, LoadPolicy marks) {
        if (load <= marks.spillAbove() && load >= marks.returnBelow()) {
            return before;
        }
        double aim = (marks.spillAbove() + marks.returnBelow()) / 2;
        double followed = load > 0 ? before * Math.sqrt(aim / load) : 1;
        return Math.min(Math.min(1, followed), before + LARGEST_RETURN);
    }
}

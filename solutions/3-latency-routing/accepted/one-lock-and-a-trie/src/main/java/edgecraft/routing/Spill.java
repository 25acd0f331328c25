package edgecraft.routing;

import edgecraft.kit.LoadPolicy;

/** Decides which share of its networks an edge keeps when it has too much to do. */
final class Spill {

    private static final double STEP_BACK = 0.1;

    private Spill() {}

    /**
     * The share after one more probe. Downwards it follows the load half-way (a square root), since what a share does to the load is
     * seen only one probe later; upwards it goes in small steps.
     *
     * @param before the share until now: 0 to 1
     * @param load what share of its capacity is in use
     */
    static double accepted(double before, double load, LoadPolicy marks) {
        if (load > marks.spillAbove()) {
            double aim = (marks.spillAbove() + marks.returnBelow()) / 2;
            return before * Math.sqrt(aim / load);
        }
        return load < marks.returnBelow() ? Math.min(1, before + STEP_BACK) : before;
    }
}

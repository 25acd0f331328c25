package edgecraft.routing;

import edgecraft.kit.LoadPolicy;

/** Decides which share of its networks an edge keeps when it has too much to do. */
final class Spill {

    private static final double STEP = 0.1;

    private Spill() {}

    /**
     * The share after one more probe: less if the load is above the marks, more if it is below them, and the same between them.
     *
     * @param before the share until now: 0 to 1
     * @param load what share of its capacity is in use
     * @return 0 to 1
     */
    static double accepted(double before, double load, LoadPolicy marks) {
        if (load > marks.spillAbove()) {
            double aim = (marks.spillAbove() + marks.returnBelow()) / 2;
            // Half-way only, as factors go: what a share does to the load is seen one probe later.
            return before * Math.sqrt(aim / load);
        }
        return load < marks.returnBelow() ? Math.min(1, before + STEP) : before;
    }
}

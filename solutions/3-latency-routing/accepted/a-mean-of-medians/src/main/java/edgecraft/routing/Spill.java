package edgecraft.routing;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.LoadPolicy;
import java.util.SplittableRandom;

/** Decides which share of its networks an edge keeps when it has too much to do, and which ones these are. */
final class Spill {

    private static final double MOST_BACK = 0.1;

    private Spill() {}

    /**
     * The share after one more probe: less if the load is above the marks, more if it is below them, and the same between them.
     * It goes half of the way to the middle of the marks, since the load is what was decided a probe ago, and back in small steps.
     *
     * @param before the share until now: 0 to 1
     * @param load what share of its capacity is in use
     * @return 0 to 1
     */
    static double accepted(double before, double load, LoadPolicy marks) {
        if (load >= marks.returnBelow() && load <= marks.spillAbove()) {
            return before;
        }
        double aim = (marks.spillAbove() + marks.returnBelow()) / 2;
        double halfway = load > 0 ? before * Math.sqrt(aim / load) : 1;
        return Math.min(1, Math.min(before + MOST_BACK, halfway));
    }

    /**
     * The place of a network in an edge's own order of networks, which is always the same: the first number of a generator that
     * begins with the two of them.
     *
     * @return 0 to 1; evenly spread
     */
    static double order(IpPrefix network, String edge) {
        long seed = ((long) network.toString().hashCode() << Integer.SIZE) ^ edge.hashCode();
        return new SplittableRandom(seed).nextDouble();
    }
}

package edgecraft.edge;

import java.util.HashMap;
import java.util.Map;

/** How often things were asked for lately: every now and then all counts are halved, so that old fame fades. Not thread-safe. */
final class Frequencies {

    private static final int MOST = 15;
    private static final int LEAST_SAMPLE = 1000;

    private final Map<CacheKey, Integer> counts = new HashMap<>();
    private int counted;

    /**
     * It was asked for once more.
     *
     * @param stored how many things are stored: the more, the longer the memory
     */
    void count(CacheKey key, int stored) {
        counts.merge(key, 1, (before, one) -> Math.min(MOST, before + one));
        if (++counted >= Math.max(LEAST_SAMPLE, 10 * stored)) {
            counts.replaceAll((any, count) -> count / 2);
            counts.values().removeIf(count -> count == 0);
            counted /= 2;
        }
    }

    /** How often it was asked for, about. */
    int of(CacheKey key) {
        return counts.getOrDefault(key, 0);
    }
}

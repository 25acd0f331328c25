package edgecraft.edge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Decides what goes when there is no room. What comes anew gets in only at the cost of what was asked for less often lately (the
 * idea of TinyLFU): so a thousand things that are asked for once don't push out what is asked for all day. Not thread-safe.
 *
 * @param <K> what is kept
 */
final class Eviction<K> {

    /** Of so many that were not used for the longest time, the one goes that was asked for least. */
    private static final int CANDIDATES = 8;

    private final long budget;
    private final ToIntFunction<K> frequency;

    /** In the order of their last use. */
    private final Map<K, Long> weights = new LinkedHashMap<>(16, 0.75f, true);

    private long weight;

    /**
     * @param budget how much all that is kept may weigh together
     * @param frequency how often something was asked for lately
     */
    Eviction(long budget, ToIntFunction<K> frequency) {
        this.budget = budget;
        this.frequency = frequency;
    }

    /** It is used now. */
    void use(K key) {
        weights.get(key);
    }

    /**
     * Something comes in.
     *
     * @param itsWeight what it weighs; no more than the budget
     * @return what has to go; it may be that itself
     */
    List<K> add(K key, long itsWeight) {
        List<K> gone = new ArrayList<>();
        remove(key);
        while (weight + itsWeight > budget) {
            K least = least();
            if (frequency.applyAsInt(least) >= frequency.applyAsInt(key)) {
                gone.add(key);
                return gone;
            }
            remove(least);
            gone.add(least);
        }
        weights.put(key, itsWeight);
        weight += itsWeight;
        return gone;
    }

    private K least() {
        return weights.keySet().stream()
                .limit(CANDIDATES)
                .min(Comparator.comparingInt(frequency))
                .orElseThrow();
    }

    /** It is not kept any more. */
    void remove(K key) {
        Long itsWeight = weights.remove(key);
        weight -= itsWeight == null ? 0 : itsWeight;
    }
}

package edgecraft.edge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Decides what goes when there is no room. What is new comes into a small window; from there it gets into the main part only
 * at the cost of something that was asked for less often (the idea of W-TinyLFU): so a thousand things that are asked
 * for once don't push out what is asked for all day. Not thread-safe.
 *
 * @param <K> what is kept
 */
final class Eviction<K> {

    /** The window is that part of the budget. */
    private static final int WINDOW = 10;

    private final long budget;
    private final ToIntFunction<K> frequency;
    private final Part<K> window = new Part<>();
    private final Part<K> main = new Part<>();

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
        window.weights.get(key);
        main.weights.get(key);
    }

    /**
     * Something comes in.
     *
     * @param weight what it weighs; no more than the budget
     * @return what has to go
     */
    List<K> add(K key, long weight) {
        List<K> gone = new ArrayList<>();
        remove(key);
        window.put(key, weight);
        while (window.weight > budget / WINDOW && window.weights.size() > 1) {
            leaveWindow(gone);
        }
        while (window.weight + main.weight > budget) {
            gone.add((main.weights.isEmpty() ? window : main).removeEldest());
        }
        return gone;
    }

    /** It is not kept any more. */
    void remove(K key) {
        window.remove(key);
        main.remove(key);
    }

    private void leaveWindow(List<K> gone) {
        long weight = window.eldestWeight();
        K candidate = window.removeEldest();
        while (main.weight + weight > budget - window.weight) {
            if (main.weights.isEmpty() || frequency.applyAsInt(main.eldest()) >= frequency.applyAsInt(candidate)) {
                gone.add(candidate);
                return;
            }
            gone.add(main.removeEldest());
        }
        main.put(candidate, weight);
    }

    /** Keys in the order of their last use, and what they weigh. */
    private static final class Part<K> {

        private final Map<K, Long> weights = new LinkedHashMap<>(16, 0.75f, true);
        private long weight;

        private void put(K key, long itsWeight) {
            weights.put(key, itsWeight);
            weight += itsWeight;
        }

        private void remove(K key) {
            Long itsWeight = weights.remove(key);
            weight -= itsWeight == null ? 0 : itsWeight;
        }

        private K eldest() {
            return weights.keySet().iterator().next();
        }

        private long eldestWeight() {
            return weights.values().iterator().next();
        }

        private K removeEldest() {
            K eldest = eldest();
            remove(eldest);
            return eldest;
        }
    }
}

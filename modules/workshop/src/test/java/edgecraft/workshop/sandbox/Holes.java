package edgecraft.workshop.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Sandboxes with a hole in them, made on purpose. */
public final class Holes {

    private Holes() {}

    /** A sandbox that hands nobody another user's id, as whoever is not root has it, with a hole. */
    public static Bubblewrap in(UnaryOperator<List<String>> hole) {
        return new Bubblewrap(false, hole);
    }

    /** Leaves out these words, which stand side by side. */
    public static UnaryOperator<List<String>> without(String... words) {
        return instead(List.of(words), List.of());
    }

    /** Has other words where these stand side by side. */
    public static UnaryOperator<List<String>> instead(List<String> words, List<String> others) {
        return options -> {
            int at = Collections.indexOfSubList(options, words);
            if (at < 0) {
                throw new IllegalArgumentException(words + " are not among " + options);
            }
            List<String> changed = new ArrayList<>(options.subList(0, at));
            changed.addAll(others);
            changed.addAll(options.subList(at + words.size(), options.size()));
            return changed;
        };
    }

    /** Has these words as well, before the root is made read-only. */
    public static UnaryOperator<List<String>> with(String... words) {
        return options -> {
            List<String> changed = new ArrayList<>(options);
            changed.addAll(Collections.indexOfSubList(options, List.of("--remount-ro", "/")), List.of(words));
            return changed;
        };
    }
}

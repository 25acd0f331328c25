package edgecraft.edge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what goes when there is no room. Newcomers stand in a small window; to stay longer than that they must have been
 * asked for more often than what they push out. What was used again there is protected from those that were not.
 */
final class Eviction {

    private static final double WINDOW = 0.1;
    private static final double PROTECTED = 0.8;
    private static final int ASKED_PER_COPY = 10;
    private static final int ASKED_AT_LEAST = 100;

    /** Bodies may be empty, but their fields are not. */
    private static final int MOST_COPIES = 100_000;

    private final long budget;
    private final Segment window = new Segment();
    private final Segment probation = new Segment();
    private final Segment proven = new Segment();
    private final Frequencies frequencies = new Frequencies();

    Eviction(long budget) {
        this.budget = budget;
    }

    /** Somebody asked for this key, whether there is a copy or not. */
    void asked(CacheKey key) {
        frequencies.count(key, ASKED_AT_LEAST + ASKED_PER_COPY * count());
    }

    /** A copy was of use. */
    void used(Copy copy) {
        if (window.remove(copy)) {
            window.add(copy);
        } else if (probation.remove(copy) || proven.remove(copy)) {
            proven.add(copy);
            demote();
        }
    }

    /** Takes a copy in, and says which must go for it; that may be the copy itself. */
    List<Copy> add(Copy copy) {
        window.add(copy);
        Set<Copy> candidates = leaveWindow();
        List<Copy> gone = new ArrayList<>();
        while (bytes() > budget || count() > MOST_COPIES) {
            Copy loser = loser(candidates);
            candidates.remove(loser);
            remove(loser);
            gone.add(loser);
        }
        return gone;
    }

    void remove(Copy copy) {
        if (!window.remove(copy) && !probation.remove(copy)) {
            proven.remove(copy);
        }
    }

    private long count() {
        return (long) window.count() + probation.count() + proven.count();
    }

    private long bytes() {
        return window.bytes() + probation.bytes() + proven.bytes();
    }

    /** What the window has no room for is on probation, and a candidate for staying. */
    private Set<Copy> leaveWindow() {
        Set<Copy> candidates = new LinkedHashSet<>();
        while (window.bytes() > budget * WINDOW) {
            Copy eldest = window.eldest(any -> true).orElseThrow();
            window.remove(eldest);
            probation.add(eldest);
            candidates.add(eldest);
        }
        return candidates;
    }

    private Copy loser(Set<Copy> candidates) {
        Optional<Copy> victim =
                probation.eldest(copy -> !candidates.contains(copy)).or(() -> proven.eldest(any -> true));
        Optional<Copy> candidate = candidates.stream().findFirst();
        if (victim.isEmpty()) {
            return candidate.or(() -> window.eldest(any -> true)).orElseThrow();
        }
        boolean isBetter = candidate.isEmpty()
                || frequencies.of(candidate.get().key())
                        > frequencies.of(victim.get().key());
        return isBetter ? victim.get() : candidate.get();
    }

    private void demote() {
        while (proven.bytes() > budget * PROTECTED && proven.count() > 1) {
            Copy eldest = proven.eldest(any -> true).orElseThrow();
            proven.remove(eldest);
            probation.add(eldest);
        }
    }
}

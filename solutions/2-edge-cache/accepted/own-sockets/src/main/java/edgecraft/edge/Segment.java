package edgecraft.edge;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Copies in the order in which they were used, and how many bytes they have together. */
final class Segment {

    private final Set<Copy> copies = new LinkedHashSet<>();
    private long bytes;

    long bytes() {
        return bytes;
    }

    int count() {
        return copies.size();
    }

    /** Adds a copy as the one that was used last. */
    void add(Copy copy) {
        if (copies.add(copy)) {
            bytes += copy.size();
        }
    }

    /** Whether the copy was here. */
    boolean remove(Copy copy) {
        boolean removed = copies.remove(copy);
        if (removed) {
            bytes -= copy.size();
        }
        return removed;
    }

    /** The copy that was not used for the longest time, among those that match. */
    Optional<Copy> eldest(Predicate<Copy> which) {
        return copies.stream().filter(which).findFirst();
    }
}

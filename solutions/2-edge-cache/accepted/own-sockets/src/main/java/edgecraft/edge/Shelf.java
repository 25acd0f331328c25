package edgecraft.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that the store has under one key: whole copies, one for each variant, and fetches. Guarded by the store's lock. */
final class Shelf {

    private final List<Copy> copies = new ArrayList<>();
    private final List<Fetch> fetches = new ArrayList<>();
    private @Nullable Set<String> varyNames;

    boolean isEmpty() {
        return copies.isEmpty() && fetches.isEmpty();
    }

    List<Copy> copies() {
        return List.copyOf(copies);
    }

    Optional<Copy> copyFor(Fields request) {
        return copies.stream()
                .filter(copy -> copy.stored().variant().isFor(request))
                .findFirst();
    }

    /** A fetch that a request may wait for. */
    Optional<Fetch> fetchFor(Fields request) {
        return fetches.stream()
                .filter(fetch -> fetch.mayServe(request, expected(fetch)))
                .findFirst();
    }

    /** Why nothing is found here for a request. */
    String reason(@Nullable Copy stale) {
        if (stale != null) {
            return "stale";
        }
        return copies.isEmpty() ? "uri-miss" : "vary-miss";
    }

    void begin(Fetch fetch) {
        fetches.add(fetch);
    }

    /** Whether the fetch was still in progress here. */
    boolean end(Fetch fetch) {
        return fetches.remove(fetch);
    }

    boolean has(Copy copy) {
        return copies.contains(copy);
    }

    void add(Copy copy) {
        copies.add(0, copy);
    }

    void remove(Copy copy) {
        copies.remove(copy);
    }

    /** The copies that must go since this newer answer is there: of the same variant, or told apart by other fields. */
    List<Copy> outdatedBy(Stored newer) {
        varyNames = Set.copyOf(newer.variant().names());
        return copies.stream()
                .filter(copy -> {
                    Variant older = copy.stored().variant();
                    return older.equals(newer.variant()) || !older.names().equals(varyNames);
                })
                .toList();
    }

    private @Nullable Variant expected(Fetch fetch) {
        return varyNames == null ? null : Variant.of(varyNames, fetch.asked());
    }
}

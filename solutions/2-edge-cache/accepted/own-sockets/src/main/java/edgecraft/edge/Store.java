package edgecraft.edge;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the edge has, and what is on its way: a map with one lock, which nobody holds while waiting. */
final class Store {

    private final Map<CacheKey, Shelf> shelves = new HashMap<>();
    private final Eviction eviction;
    private final Transit transit;

    /** @param budget how many bytes the bodies of whole copies may have together */
    Store(long budget) {
        this.eviction = new Eviction(budget);
        this.transit = new Transit(budget);
    }

    /** Room for bytes that are on their way. */
    Transit transit() {
        return transit;
    }

    /** What there is for a request that may share a fetch with others. */
    synchronized Found look(CacheKey key, Fields request, Instant now) {
        Shelf shelf = shelfFor(key);
        Copy copy = find(shelf, key, request);
        Fetch running = shelf.fetchFor(request).orElse(null);
        if (copy != null && copy.stored().isUsable(now)) {
            return new Found.Hit(copy.stored(), null);
        }
        if (copy != null && Stale.mayServeWhileRefreshing(copy.stored(), now)) {
            return new Found.Hit(copy.stored(), running == null ? begin(shelf, key, request, copy) : null);
        }
        return running != null ? new Found.Join(running) : new Found.Lead(begin(shelf, key, request, copy));
    }

    /**
     * What there is for a request that waits for nobody, and that nobody waits for.
     *
     * @param asksAboutCopy whether a stale copy may be the answer, if the origin confirms it
     */
    synchronized Found lookAlone(CacheKey key, Fields request, Instant now, boolean asksAboutCopy) {
        Shelf shelf = shelfFor(key);
        Copy copy = find(shelf, key, request);
        boolean usable =
                copy != null && (copy.stored().isUsable(now) || Stale.mayServeWhileRefreshing(copy.stored(), now));
        if (usable) {
            return new Found.Hit(copy.stored(), null);
        }
        Fetch fetch = new Fetch(key, request, asksAboutCopy ? copy : null, shelf.reason(copy), false);
        shelf.begin(fetch);
        return new Found.Lead(fetch);
    }

    /** Ends a fetch that brought nothing to keep. */
    synchronized void end(Fetch fetch) {
        Shelf shelf = shelves.get(fetch.key());
        if (shelf != null) {
            shelf.end(fetch);
            tidy(fetch.key(), shelf);
        }
    }

    /** Ends a fetch, and drops the copy that it asked about. */
    synchronized void endAndDrop(Fetch fetch) {
        end(fetch);
        if (fetch.basis() != null) {
            remove(fetch.basis());
        }
    }

    /** Ends a fetch with a whole answer, and keeps that if nothing was invalidated meanwhile. */
    synchronized void keep(Fetch fetch, Stored whole, long size) {
        Shelf shelf = shelves.get(fetch.key());
        if (shelf == null || !shelf.end(fetch)) {
            return;
        }
        List<Copy> outdated = shelf.outdatedBy(whole);
        Copy copy = new Copy(fetch.key(), whole, size);
        shelf.add(copy);
        outdated.forEach(this::remove);
        if (fetch.basis() != null) {
            remove(fetch.basis());
        }
        eviction.add(copy).forEach(this::removeFromShelf);
    }

    /** Ends a fetch whose copy was confirmed, or is to be used for a while. */
    synchronized void exchange(Fetch fetch, Stored confirmed) {
        Shelf shelf = shelves.get(fetch.key());
        Copy copy = fetch.basis();
        if (shelf == null || copy == null || !shelf.end(fetch) || !shelf.has(copy)) {
            end(fetch);
            return;
        }
        shelf.outdatedBy(confirmed).stream().filter(other -> other != copy).forEach(this::remove);
        copy.exchange(confirmed);
    }

    /** Drops all that is about these keys, and lets nothing in that is on its way. */
    synchronized void drop(Predicate<CacheKey> which) {
        List<CacheKey> keys = shelves.keySet().stream().filter(which).toList();
        for (CacheKey key : keys) {
            shelves.remove(key).copies().forEach(eviction::remove);
        }
    }

    private @Nullable Copy find(Shelf shelf, CacheKey key, Fields request) {
        eviction.asked(key);
        Copy copy = shelf.copyFor(request).orElse(null);
        if (copy != null) {
            eviction.used(copy);
        }
        return copy;
    }

    private Fetch begin(Shelf shelf, CacheKey key, Fields request, @Nullable Copy stale) {
        Fetch fetch = new Fetch(key, request, stale, shelf.reason(stale), true);
        shelf.begin(fetch);
        return fetch;
    }

    private Shelf shelfFor(CacheKey key) {
        return shelves.computeIfAbsent(key, any -> new Shelf());
    }

    private void remove(Copy copy) {
        eviction.remove(copy);
        removeFromShelf(copy);
    }

    private void removeFromShelf(Copy copy) {
        Shelf shelf = shelves.get(copy.key());
        if (shelf != null) {
            shelf.remove(copy);
            tidy(copy.key(), shelf);
        }
    }

    private void tidy(CacheKey key, Shelf shelf) {
        if (shelf.isEmpty()) {
            shelves.remove(key);
        }
    }
}

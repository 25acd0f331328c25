package edgecraft.edge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The copies, within a budget of bytes. */
final class Store {

    /** Copies without a body are in memory too. */
    private static final int MOST_COPIES = 100_000;

    private final long budget;
    private final Eviction eviction;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<CacheKey, Shelf> shelves = new HashMap<>();
    private long bytes;
    private int copies;

    Store(long budget, Eviction eviction) {
        this.budget = budget;
        this.eviction = eviction;
    }

    /** Looks for the copy for a request with these fields, and counts that as a use of it. */
    Lookup find(CacheKey key, Fields request) {
        lock.lock();
        try {
            Shelf shelf = shelves.get(key);
            if (shelf == null) {
                return Lookup.missed("uri-miss");
            }
            Variant variant = shelf.variantFor(request);
            Optional<Stored> copy = shelf.get(variant);
            copy.ifPresent(found -> eviction.used(new Place(key, variant)));
            return copy.map(Lookup::found).orElseGet(() -> Lookup.missed("vary-miss"));
        } finally {
            lock.unlock();
        }
    }

    /** The variant that the answer to a request is expected to be; empty if nobody knows what it depends on. */
    Optional<Variant> expected(CacheKey key, Fields request) {
        lock.lock();
        try {
            return Optional.ofNullable(shelves.get(key)).map(shelf -> shelf.variantFor(request));
        } finally {
            lock.unlock();
        }
    }

    /** Stores a copy in the place of the one that was there, and makes room for it. */
    void put(CacheKey key, Stored stored) {
        lock.lock();
        try {
            Shelf shelf = shelves.computeIfAbsent(key, first -> new Shelf());
            shelf.replacedBy(stored.variant()).forEach(old -> take(shelf, new Place(key, old)));
            shelf.put(stored);
            bytes += stored.body().length();
            copies++;
            eviction.added(new Place(key, stored.variant()), stored.body().length());
            while (bytes > budget || copies > MOST_COPIES) {
                remove(eviction.victim());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Drops one copy, if it is still there. */
    void drop(CacheKey key, Stored copy) {
        lock.lock();
        try {
            Shelf shelf = shelves.get(key);
            if (shelf != null
                    && shelf.get(copy.variant()).filter(there -> there == copy).isPresent()) {
                remove(new Place(key, copy.variant()));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Drops all variants of these keys. */
    void drop(Predicate<CacheKey> these) {
        lock.lock();
        try {
            List<CacheKey> keys = shelves.keySet().stream().filter(these).toList();
            for (CacheKey key : keys) {
                shelves.get(key).variants().forEach(variant -> remove(new Place(key, variant)));
            }
        } finally {
            lock.unlock();
        }
    }

    private void remove(Place place) {
        Shelf shelf = shelves.get(place.key());
        take(shelf, place);
        if (shelf.isEmpty()) {
            shelves.remove(place.key());
        }
    }

    private void take(Shelf shelf, Place place) {
        shelf.remove(place.variant()).ifPresent(stored -> {
            bytes -= stored.body().length();
            copies--;
        });
        eviction.removed(place);
    }
}

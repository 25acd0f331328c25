package edgecraft.edge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is stored: never more bytes of bodies than the budget. As many may be on their way into it, and are counted too. Thread-safe.
 */
final class Store {

    /** A place in the store. */
    record Slot(CacheKey key, Variant variant) {}

    private final long budget;
    private final Map<CacheKey, Map<Variant, Stored>> stored = new HashMap<>();
    private final Frequencies frequencies = new Frequencies();
    private final Eviction<Slot> eviction;
    private final Set<Ticket> tickets = new HashSet<>();
    private long reserved;

    /** @param budget how many bytes of bodies may be stored */
    Store(long budget) {
        this.budget = budget;
        this.eviction = new Eviction<>(budget, slot -> frequencies.of(slot.key()));
    }

    /** Somebody asks for this key, whether there is anything or not. */
    synchronized void ask(CacheKey key) {
        frequencies.count(key, stored.size());
    }

    /** What is stored for a request with this key and these fields, fresh or not. It counts as used. */
    synchronized Optional<Stored> find(CacheKey key, Fields request) {
        Slot slot = slot(key, request);
        eviction.use(slot);
        return Optional.ofNullable(variants(key).get(slot.variant()));
    }

    /** Whether there is anything for this key, for whichever request. */
    synchronized boolean knows(CacheKey key) {
        return stored.containsKey(key);
    }

    /** The place where the answer to such a request is, or would be if the origin goes on varying as it did. */
    synchronized Slot slot(CacheKey key, Fields request) {
        return new Slot(
                key,
                variants(key).keySet().stream()
                        .findFirst()
                        .map(any -> Variant.of(any.names(), request))
                        .orElse(Variant.ANY));
    }

    /** Removes what is stored for these keys, and keeps out what is on its way. */
    synchronized void drop(Predicate<CacheKey> which) {
        for (CacheKey key : List.copyOf(stored.keySet())) {
            if (which.test(key)) {
                variants(key).keySet().forEach(variant -> eviction.remove(new Slot(key, variant)));
                stored.remove(key);
            }
        }
        tickets.stream().filter(ticket -> which.test(ticket.key)).forEach(ticket -> ticket.revoked = true);
    }

    /** Begins to fetch something for this key. */
    synchronized Ticket begin(CacheKey key) {
        Ticket ticket = new Ticket(key);
        tickets.add(ticket);
        return ticket;
    }

    private Map<Variant, Stored> variants(CacheKey key) {
        return stored.getOrDefault(key, Map.of());
    }

    private void put(CacheKey key, Stored answer) {
        forgetOtherVary(key, answer.variant());
        stored.computeIfAbsent(key, any -> new LinkedHashMap<>()).put(answer.variant(), answer);
        eviction.add(new Slot(key, answer.variant()), Math.max(1, answer.body().length))
                .forEach(this::remove);
    }

    /** The newest answer tells what the origin varies by; what was stored by another {@code Vary} can't be chosen any more. */
    private void forgetOtherVary(CacheKey key, Variant newest) {
        for (Variant variant : List.copyOf(variants(key).keySet())) {
            if (!variant.names().equals(newest.names())) {
                eviction.remove(new Slot(key, variant));
                remove(new Slot(key, variant));
            }
        }
    }

    private void remove(Slot slot) {
        Map<Variant, Stored> variants = variants(slot.key());
        variants.remove(slot.variant());
        if (variants.isEmpty()) {
            stored.remove(slot.key());
        }
    }

    /** The right to store what is being fetched. An invalidation takes it away. Ends with {@link #store} or {@link #end}. */
    final class Ticket {

        private final CacheKey key;
        private boolean revoked;
        private long held;

        private Ticket(CacheKey key) {
            this.key = key;
        }

        /** Asks for so many further bytes on the way; whether there is room for them. */
        boolean reserve(long bytes) {
            synchronized (Store.this) {
                if (bytes > budget - reserved) {
                    return false;
                }
                reserved += bytes;
                held += bytes;
                return true;
            }
        }

        /** Asks for so many further bytes, and fewer will do; how many there is room for, or 0 if less than the least. */
        long reserveSome(long least, long most) {
            synchronized (Store.this) {
                long some = Math.min(most, budget - reserved);
                return some >= least && reserve(some) ? some : 0;
            }
        }

        /** Stores the answer, if it is still wanted. */
        void store(Stored answer) {
            synchronized (Store.this) {
                end();
                if (!revoked) {
                    put(key, answer);
                }
            }
        }

        /** Nothing will be stored, and what is there for this key must go: the origin has something else now. */
        void drop() {
            synchronized (Store.this) {
                end();
                Store.this.drop(key::equals);
            }
        }

        /** Nothing will be stored. */
        void end() {
            synchronized (Store.this) {
                tickets.remove(this);
                reserved -= held;
                held = 0;
            }
        }
    }
}

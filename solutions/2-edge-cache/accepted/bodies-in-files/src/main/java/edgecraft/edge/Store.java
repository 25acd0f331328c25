package edgecraft.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The copies of one edge, within its budget. For many threads. */
final class Store {

    private record Slot(CacheKey key, Variant variant) {}

    /** The variants of one key, which all differ by the same fields. */
    private record Page(Set<String> names, Map<Variant, Stored> copies) {}

    private final Map<CacheKey, Page> pages = new HashMap<>();
    private final Lirs<Slot> evicting;

    Store(long budget) {
        evicting = new Lirs<>(budget);
    }

    /** What is there for a request with these fields, which counts as a use. To be closed. */
    synchronized Found find(CacheKey key, Fields request) {
        Found found = peek(key, request);
        if (found.copy() != null) {
            evicting.use(new Slot(key, found.copy().variant()));
        }
        return found;
    }

    /** The same, and counts as nothing. */
    synchronized Found peek(CacheKey key, Fields request) {
        Page page = pages.get(key);
        if (page == null) {
            return new Found(null, Set.of(), false);
        }
        Stored copy = page.copies().get(Variant.of(page.names(), request));
        if (copy != null) {
            copy.body().hold();
        }
        return new Found(copy, page.names(), copy == null);
    }

    /** Keeps an answer, if there is room, in the place of the one before it. The caller holds its body. */
    synchronized void put(CacheKey key, Stored stored) {
        Page page = pages.get(key);
        if (page != null && !page.names().equals(stored.variant().names())) {
            removeIf(key::equals);
        }
        evicting.admit(new Slot(key, stored.variant()), size(stored)).forEach(this::drop);
        if (evicting.has(new Slot(key, stored.variant()))) {
            stored.body().hold();
            Page now =
                    pages.computeIfAbsent(key, any -> new Page(stored.variant().names(), new HashMap<>()));
            letGo(now.copies().put(stored.variant(), stored));
        }
    }

    /** Keeps a copy with other fields or another patience, unless it has been evicted. */
    synchronized void renew(CacheKey key, Stored before, Stored after) {
        Page page = pages.get(key);
        Stored there = page == null ? null : page.copies().get(before.variant());
        if (page != null
                && there != null
                && there.body() == before.body()
                && before.variant().equals(after.variant())) {
            page.copies().put(after.variant(), after);
        } else {
            put(key, after);
        }
    }

    /** Forgets one variant. */
    synchronized void remove(CacheKey key, Variant variant) {
        Slot slot = new Slot(key, variant);
        evicting.remove(slot);
        drop(slot);
    }

    /** Forgets all variants of these keys. */
    synchronized void removeIf(Predicate<CacheKey> which) {
        List<Slot> slots = pages.entrySet().stream()
                .filter(page -> which.test(page.getKey()))
                .flatMap(page ->
                        page.getValue().copies().keySet().stream().map(variant -> new Slot(page.getKey(), variant)))
                .toList();
        slots.forEach(slot -> remove(slot.key(), slot.variant()));
    }

    private void drop(Slot slot) {
        Page page = pages.get(slot.key());
        if (page != null) {
            letGo(page.copies().remove(slot.variant()));
            if (page.copies().isEmpty()) {
                pages.remove(slot.key());
            }
        }
    }

    private static void letGo(@Nullable Stored copy) {
        if (copy != null) {
            copy.body().letGo();
        }
    }

    private static long size(Stored stored) {
        try {
            return stored.body().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

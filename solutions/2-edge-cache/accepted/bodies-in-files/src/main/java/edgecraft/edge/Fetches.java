package edgecraft.edge;

import edgecraft.kit.Time;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The fetches that are under way, and the only way into the store for what they bring: so nothing gets in between looking for
 * a copy and waiting for a fetch, or between an invalidation and storing.
 */
final class Fetches {

    /** Somebody's part in a fetch: the leader gets the answer itself, others what is for all. */
    record Ticket(Fetch fetch, boolean leads) {}

    private final Store store;
    private final Time time;
    private final Consumer<Fetch> starting;
    private final Map<CacheKey, List<Fetch>> underWay = new HashMap<>();

    /**
     * @param starting begins a fetch, and does not wait for it
     */
    Fetches(Store store, Time time, Consumer<Fetch> starting) {
        this.store = store;
        this.time = time;
        this.starting = starting;
    }

    /** A part in the fetch that a request needs; empty if there is a copy by now. */
    synchronized Optional<Ticket> join(Question question) {
        try (Found found = store.peek(question.key(), question.asked().fields())) {
            if (found.copy() != null && found.copy().isUsable(time.instant())) {
                return Optional.empty();
            }
            for (Fetch fetch : of(question.key())) {
                if (fetch.isOpenTo(question.asked().fields())) {
                    fetch.enter();
                    return Optional.of(new Ticket(fetch, false));
                }
            }
            return Optional.of(new Ticket(start(question, found, true, 2), true));
        }
    }

    /** A fetch for this request alone. */
    synchronized Fetch alone(Question question) {
        try (Found found = store.peek(question.key(), question.asked().fields())) {
            return start(question, found, false, 2);
        }
    }

    /** Has a copy refreshed for nobody in particular, unless that is being done. */
    synchronized void refresh(Question question, Stored copy) {
        if (of(question.key()).stream().anyMatch(fetch -> fetch.isAbout(copy.variant()))) {
            return;
        }
        try (Found found = store.peek(question.key(), question.asked().fields())) {
            Fetch fetch = start(question, found, !question.isAuthorized(), 1);
            fetch.arrival().thenAccept(Arrival::dismiss);
        }
    }

    /** The answer to a fetch has told for whom it is. */
    synchronized void tell(Fetch fetch, Variant variant, boolean forAll) {
        fetch.tell(variant, forAll);
    }

    /** Keeps what a fetch brought, and ends it. */
    synchronized void store(Fetch fetch, Stored stored) {
        if (!fetch.isCancelled()) {
            store.put(fetch.question().key(), stored);
        }
        over(fetch);
    }

    /** Keeps a copy that a fetch was about, and ends it. */
    synchronized void renew(Fetch fetch, Stored before, Stored after) {
        if (!fetch.isCancelled()) {
            store.renew(fetch.question().key(), before, after);
        }
        over(fetch);
    }

    /** Forgets the copy that a fetch was about. */
    synchronized void drop(Fetch fetch) {
        if (!fetch.isCancelled()) {
            fetch.stale().ifPresent(copy -> store.remove(fetch.question().key(), copy.variant()));
        }
    }

    /** Nobody can join this one any more. */
    synchronized void over(Fetch fetch) {
        underWay.computeIfPresent(fetch.question().key(), (key, fetches) -> {
            fetches.remove(fetch);
            return fetches.isEmpty() ? null : fetches;
        });
    }

    /** Forgets what is stored under these keys, or on its way. */
    synchronized void invalidate(Predicate<CacheKey> which) {
        underWay.entrySet().removeIf(entry -> {
            boolean meant = which.test(entry.getKey());
            if (meant) {
                entry.getValue().forEach(Fetch::cancel);
            }
            return meant;
        });
        store.removeIf(which);
    }

    private Fetch start(Question question, Found found, boolean shared, int parties) {
        Variant variant =
                Variant.of(names(question.key(), found), question.asked().fields());
        Fetch fetch = new Fetch(question, found, variant, shared);
        for (int i = 0; i < parties; i++) {
            fetch.enter();
        }
        underWay.computeIfAbsent(question.key(), key -> new ArrayList<>()).add(fetch);
        starting.accept(fetch);
        return fetch;
    }

    /** What tells variants apart: what the newest answer said, or else the newest copy. */
    private Set<String> names(CacheKey key, Found found) {
        Set<String> names = found.names();
        for (Fetch fetch : of(key)) {
            names = fetch.variant().map(Variant::names).orElse(names);
        }
        return names;
    }

    private List<Fetch> of(CacheKey key) {
        return underWay.getOrDefault(key, List.of());
    }
}

package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import edgecraft.kit.EdgeSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that the edge knows: the copies, the fetches under way and the bytes of both. Only the {@link Clerk}'s thread reads it. */
final class Ledger {

    /** Where a copy is. */
    private record Slot(CacheKey key, Variant variant) {}

    /** The variants of a key that are stored, which all differ by the same fields. */
    private record Shelf(Set<String> names, Set<Variant> variants) {}

    private static final Set<Integer> GONE = Set.of(404, 410);

    /** Bodies may be empty, but their fields are not. */
    private static final int MOST_COPIES = 100_000;

    private final EdgeSettings settings;
    private final CachePolicy policy;

    /** In the order in which they were used last. */
    private final LinkedHashMap<Slot, Stored> copies = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<CacheKey, Shelf> shelves = new HashMap<>();
    private final Map<CacheKey, List<Flight>> flights = new HashMap<>();
    private long stored;
    private long onTheWay;

    Ledger(EdgeSettings settings) {
        this.settings = settings;
        this.policy = settings.policy();
    }

    /** Somebody asks. The advice comes at once, or when a fetch has landed. */
    void consult(Question question, CompletableFuture<Advice> advice) {
        Stored copy = find(question);
        Fields request = question.asked().fields();
        boolean isHead = question.viewer().method().equals("HEAD");
        if (copy != null && copy.isFresh(now())) {
            advice.complete(new Advice.Serve(copy, CacheStatus.hit(copy, now())));
        } else if (isHead || copy == null && request.has("Range")) {
            advice.complete(new Advice.PassOn(why(question, copy)));
        } else if (question.isAuthorized()) {
            advice.complete(alone(question));
        } else {
            Optional<Flight> open = flightsOf(question.key()).stream()
                    .filter(flight -> flight.isOpenFor(request))
                    .findFirst();
            open.ifPresentOrElse(
                    flight -> flight.waiting.add(new Flight.Waiting(question, advice)),
                    () -> advice.complete(begin(question, copy, true)));
        }
    }

    /**
     * The head of an answer has come.
     *
     * @param sent its fields as the origin sent them
     * @param length how many bytes its body has; negative if nobody knows
     */
    Verdict arrived(Flight flight, int status, Fields sent, long length) {
        Stored old = flight.old;
        Fields fields = Forwarding.toViewer(sent, settings.name());
        if (old != null && status == 304) {
            return Validation.isAbout(old, sent) ? confirmed(flight, old, fields) : askAnew(flight);
        }
        // By the fields as sent: what Connection hides from viewers counts here.
        boolean mayStore = Storing.mayStore(flight.question().asked(), status, sent, now(), policy);
        if (!mayStore || Math.max(0, length) > roomLeft()) {
            return passedOn(flight, status);
        }
        Stored head = Stored.of(status, fields, flight.question().asked().fields(), now(), policy);
        flight.head = head;
        flight.variant = head.variant();
        makeRoom(flight, Math.max(0, length));
        if (head.isFresh(now())) {
            sendOnThoseOfOtherVariants(flight, head);
        } else {
            sendAwayAlone(flight);
        }
        return new Verdict.TakeIn(head);
    }

    /**
     * A body needs more room than was known.
     *
     * @return how many bytes it gets; zero if there are not as many as it needs, and its fetch is over
     */
    int claim(Flight flight, int needed, int wanted) {
        long granted = Math.min(wanted, roomLeft());
        if (granted < needed) {
            end(flight);
            sendAwayAlone(flight);
            return 0;
        }
        makeRoom(flight, granted);
        return (int) granted;
    }

    /** The whole of an answer has come. */
    void landed(Flight flight, Stored whole) {
        end(flight);
        if (!flight.isDoomed) {
            store(flight, whole);
        }
        sendAwayWith(flight, whole, CacheStatus.miss(flight.why(), !flight.isDoomed));
    }

    /** A fetch broke off: one of those who wait for it takes over. */
    void brokeOff(Flight flight) {
        end(flight);
        sendOn(flight, List.copyOf(flight.waiting));
    }

    /** A fetch brought no answer, and those who wait for it get none either. */
    void failed(Flight flight, int status) {
        end(flight);
        Advice failure = new Advice.Fail(status, flight.why());
        flight.waiting.forEach(viewer -> viewer.advice().complete(failure));
        flight.waiting.clear();
    }

    /** Forgets what is stored for these keys, and what is on its way. */
    void forget(Predicate<CacheKey> which) {
        List<CacheKey> underWay = flights.keySet().stream().filter(which).toList();
        underWay.forEach(key -> flights.remove(key).forEach(flight -> flight.isDoomed = true));
        List<CacheKey> kept = shelves.keySet().stream().filter(which).toList();
        kept.forEach(this::dropAll);
    }

    /** Nothing more will land. */
    void close() {
        List<Flight> all = flights.values().stream().flatMap(List::stream).toList();
        all.forEach(flight -> failed(flight, 502));
    }

    private Verdict confirmed(Flight flight, Stored old, Fields notModified) {
        Question question = flight.question();
        Stored fresh = old.freshened(notModified, question.asked().fields(), now(), policy);
        boolean mayStay = Storing.mayStore(question.asked(), fresh.status(), fresh.fields(), now(), policy);
        end(flight);
        if (mayStay && !flight.isDoomed) {
            store(flight, fresh);
        } else if (!mayStay && !Storing.isPersonal(question.asked(), policy)) {
            dropOld(flight);
        }
        if (mayStay && fresh.isFresh(now())) {
            sendAwayWith(flight, fresh, CacheStatus.refreshHit());
        } else {
            sendAwayAlone(flight);
        }
        return new Verdict.Confirmed(fresh);
    }

    private static Verdict askAnew(Flight flight) {
        flight.old = null;
        return new Verdict.AskAnew();
    }

    private Verdict passedOn(Flight flight, int status) {
        end(flight);
        boolean isPersonal = Storing.isPersonal(flight.question().asked(), policy);
        if (GONE.contains(status) || status < 400 && !isPersonal) {
            dropOld(flight);
        }
        sendAwayAlone(flight);
        return new Verdict.PassOn();
    }

    private void sendAwayWith(Flight flight, Stored copy, CacheStatus status) {
        sendOnThoseOfOtherVariants(flight, copy);
        flight.waiting.forEach(viewer -> viewer.advice().complete(new Advice.Serve(copy, status)));
        flight.waiting.clear();
    }

    private void sendAwayAlone(Flight flight) {
        flight.waiting.forEach(viewer -> viewer.advice().complete(alone(viewer.question())));
        flight.waiting.clear();
    }

    private void sendOnThoseOfOtherVariants(Flight flight, Stored copy) {
        sendOn(
                flight,
                flight.waiting.stream()
                        .filter(viewer ->
                                !copy.variant().isFor(viewer.question().asked().fields()))
                        .toList());
    }

    /** They ask once more, as if they had just come. */
    private void sendOn(Flight flight, List<Flight.Waiting> viewers) {
        flight.waiting.removeAll(viewers);
        viewers.forEach(viewer -> consult(viewer.question(), viewer.advice()));
    }

    private Advice alone(Question question) {
        return begin(question, find(question), false);
    }

    private Advice begin(Question question, @Nullable Stored copy, boolean isForAll) {
        Flight flight = new Flight(question, why(question, copy), isForAll);
        flight.old = copy;
        flight.variant = names(question.key())
                .map(names -> Variant.of(names, question.asked().fields()))
                .orElse(null);
        flights.computeIfAbsent(question.key(), key -> new ArrayList<>()).add(flight);
        return new Advice.Fetch(flight, copy);
    }

    /** It is not under way any more, and has no bytes on theirs. */
    private void end(Flight flight) {
        onTheWay -= flight.room;
        flight.room = 0;
        flights.computeIfPresent(flight.question().key(), (key, all) -> {
            all.remove(flight);
            return all.isEmpty() ? null : all;
        });
    }

    private List<Flight> flightsOf(CacheKey key) {
        return flights.getOrDefault(key, List.of());
    }

    /** What tells variants apart: what the newest answer said, or else the newest copy. */
    private Optional<Set<String>> names(CacheKey key) {
        return flightsOf(key).stream()
                .flatMap(flight -> Optional.ofNullable(flight.head).stream())
                .map(head -> head.variant().names())
                .findFirst()
                .or(() -> Optional.ofNullable(shelves.get(key)).map(Shelf::names));
    }

    private String why(Question question, @Nullable Stored copy) {
        if (copy != null) {
            return "stale";
        }
        return shelves.containsKey(question.key()) ? "vary-miss" : "uri-miss";
    }

    private @Nullable Stored find(Question question) {
        Shelf shelf = shelves.get(question.key());
        return shelf == null
                ? null
                : copies.get(new Slot(
                        question.key(),
                        Variant.of(shelf.names(), question.asked().fields())));
    }

    private void store(Flight flight, Stored copy) {
        CacheKey key = flight.question().key();
        Shelf before = shelves.get(key);
        if (before != null && !before.names().equals(copy.variant().names())) {
            dropAll(key);
        }
        Slot slot = new Slot(key, copy.variant());
        drop(slot);
        copies.put(slot, copy);
        stored += copy.body().length;
        shelves.computeIfAbsent(key, any -> new Shelf(copy.variant().names(), new HashSet<>()))
                .variants()
                .add(copy.variant());
        while (stored > settings.cacheBytes() || copies.size() > MOST_COPIES) {
            Iterator<Slot> leastRecentlyUsed = copies.keySet().iterator();
            drop(leastRecentlyUsed.next());
        }
    }

    private void dropOld(Flight flight) {
        Stored old = flight.old;
        if (old != null && !flight.isDoomed) {
            drop(new Slot(flight.question().key(), old.variant()));
        }
    }

    private void dropAll(CacheKey key) {
        List.copyOf(shelves.get(key).variants()).forEach(variant -> drop(new Slot(key, variant)));
    }

    private void drop(Slot slot) {
        Stored gone = copies.remove(slot);
        if (gone != null) {
            stored -= gone.body().length;
            shelves.computeIfPresent(slot.key(), (key, shelf) -> {
                shelf.variants().remove(slot.variant());
                return shelf.variants().isEmpty() ? null : shelf;
            });
        }
    }

    private long roomLeft() {
        return settings.cacheBytes() - onTheWay;
    }

    private void makeRoom(Flight flight, long bytes) {
        flight.room += bytes;
        onTheWay += bytes;
    }

    private Instant now() {
        return settings.time().instant();
    }
}

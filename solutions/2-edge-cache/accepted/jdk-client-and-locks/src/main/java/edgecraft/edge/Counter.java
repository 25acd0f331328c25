package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Where {@code GET} and {@code HEAD} are answered: from the store, by a fetch, or by waiting for somebody else's. */
final class Counter {

    private final EdgeSettings settings;
    private final Store store;
    private final Flights flights;
    private final Asking asking;
    private final Fetching fetching;
    private final Executor executor;

    Counter(EdgeSettings settings, Store store, Flights flights, Asking asking, Executor executor) {
        this.settings = settings;
        this.store = store;
        this.flights = flights;
        this.asking = asking;
        this.fetching = new Fetching(settings, asking, store, flights, executor);
        this.executor = executor;
    }

    /** The answer to a {@code GET}. */
    Answer get(ViewerRequest request, CacheKey key) {
        while (true) {
            Instant now = now();
            Lookup found = store.find(key, request.fields());
            Optional<Stored> usable = found.usable(now);
            if (usable.isPresent()) {
                return asking.hit(usable.get());
            }
            if (found.copy()
                    .filter(copy -> Stale.mayServeWhileRefreshing(copy, now))
                    .isPresent()) {
                refreshBehind(request, key);
                return asking.hit(found.copy().get());
            }
            if (isAboutAPart(request)) {
                return unshared(request, key, found);
            }
            Optional<Answer> answer = together(request, key);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    /** The answer to a {@code HEAD}, which changes nothing about what is stored. */
    Answer head(ViewerRequest request, CacheKey key) {
        Instant now = now();
        Lookup found = store.find(key, request.fields());
        return found.copy()
                .filter(copy -> copy.isUsable(now) || Stale.mayServeWhileRefreshing(copy, now))
                .map(asking::hit)
                .orElseGet(() -> unshared(request, key, found));
    }

    /** What a fetch brings that somebody makes for all; empty if it brings nothing to this request. */
    private Optional<Answer> together(ViewerRequest request, CacheKey key) {
        if (Storing.isAuthorized(request)) {
            return Optional.of(lead(request, key, flights.alone(key)));
        }
        Flights.Seat seat = seat(request, key);
        if (seat.leads()) {
            return Optional.of(lead(request, key, seat.flight()));
        }
        Landing landing = seat.flight().await(request.fields());
        if (landing.result() == Landing.Result.ALONE) {
            return Optional.of(lead(request, key, flights.alone(key)));
        }
        return landing.reply();
    }

    private Flights.Seat seat(ViewerRequest request, CacheKey key) {
        return flights.join(key, request.fields(), store.expected(key, request.fields()));
    }

    /**
     * Makes a fetch. What is stored is looked up once more: another fetch may have just ended, and a copy that was dropped before
     * this one began must not come back by it.
     */
    private Answer lead(ViewerRequest request, CacheKey key, Flight flight) {
        Lookup found = store.find(key, request.fields());
        Optional<Stored> usable = found.usable(now());
        if (usable.isPresent()) {
            flights.end(key, flight);
            return asking.hit(usable.get());
        }
        return fetching.run(new Errand(request, key, flight, found));
    }

    private void refreshBehind(ViewerRequest request, CacheKey key) {
        ViewerRequest whole =
                request.withFields(request.fields().without("Range", "If-Range", "If-Match", "If-Unmodified-Since"));
        Flights.Seat seat = seat(whole, key);
        if (seat.leads()) {
            executor.execute(() -> lead(whole, key, seat.flight()).discard());
        }
    }

    /** Asks for one viewer alone, and stores nothing. */
    private Answer unshared(ViewerRequest request, CacheKey key, Lookup found) {
        Instant now = now();
        try {
            OriginAnswer answer = asking.forKey(request, key, Fields.of());
            Optional<Stored> better = found.copy().filter(copy -> Stale.mayServeInsteadOf(answer.status(), copy, now));
            better.ifPresent(copy -> answer.hangUp());
            return better.map(asking::hit).orElseGet(() -> asking.passing(answer, found.why()));
        } catch (OriginFailure failure) {
            return found.copy()
                    .filter(copy -> Stale.mayServeWithoutOrigin(copy, now))
                    .map(asking::hit)
                    .orElseGet(() -> asking.failed(failure, found.why()));
        }
    }

    /** Whether its answer may be one that nobody else would get. */
    private static boolean isAboutAPart(ViewerRequest request) {
        return Stream.of("Range", "If-Match", "If-Unmodified-Since")
                .anyMatch(name -> request.fields().has(name));
    }

    private Instant now() {
        return settings.time().instant();
    }
}

package edgecraft.edge;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The fetches that are under way, so that nobody fetches what somebody else is fetching. Thread-safe. */
final class Flights {

    private final Map<Store.Slot, Flight> flights = new ConcurrentHashMap<>();

    /** How a fetch ended, for those who waited for it. */
    enum Outcome {
        /** What came is in the store, and good for them. */
        SHARED,
        /** What came is not for them: each goes alone, and at once. */
        ALONE,
        /** It broke off: one of them begins anew, the others wait for that one. */
        BROKEN
    }

    /** Joins the flight for this place, or begins one: {@link Flight#begin} tells which. */
    Flight join(Store.Slot slot) {
        return flights.computeIfAbsent(slot, place -> new Flight(flight -> flights.remove(place, flight)));
    }

    /** A flight that nobody joins. */
    static Flight ofOne() {
        return new Flight(flight -> {});
    }

    /** From now on nobody joins the flights that are under way for these keys. */
    void leaveBehind(Predicate<CacheKey> which) {
        flights.keySet().removeIf(slot -> which.test(slot.key()));
    }

    /** One fetch, and those who wait for it. */
    static final class Flight {

        private final CompletableFuture<Outcome> landing = new CompletableFuture<>();
        private final Consumer<Flight> leave;
        private boolean begun;

        private Flight(Consumer<Flight> leave) {
            this.leave = leave;
        }

        /** Whether the caller is the one who has to fetch: the first who asks. */
        synchronized boolean begin() {
            boolean first = !begun;
            begun = true;
            return first;
        }

        /** The fetch is over: what is to be stored has been stored. */
        void land(Outcome outcome) {
            leave.accept(this);
            landing.complete(outcome);
        }

        /** There is no answer from the origin, for all who wait. */
        void fail(OriginFailure failure) {
            leave.accept(this);
            landing.completeExceptionally(failure);
        }

        /** Waits until it is over. */
        Outcome await() throws OriginFailure {
            try {
                return landing.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof OriginFailure failure) {
                    throw new OriginFailure(failure.status(), failure);
                }
                throw e;
            }
        }
    }
}

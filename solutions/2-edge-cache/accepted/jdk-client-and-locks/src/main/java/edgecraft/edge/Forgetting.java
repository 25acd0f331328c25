package edgecraft.edge;

import java.util.function.Predicate;

/** Takes back what is stored, and what is on its way into the store. */
final class Forgetting {

    private final Store store;
    private final Flights flights;

    Forgetting(Store store, Flights flights) {
        this.store = store;
        this.flights = flights;
    }

    /**
     * Forgets everything under these keys. Copies are dropped first, so that no new fetch asks about one of them; and once more
     * for what was stored by a fetch just before it was doomed.
     */
    void forget(Predicate<CacheKey> these) {
        store.drop(these);
        flights.doom(these);
        store.drop(these);
    }
}

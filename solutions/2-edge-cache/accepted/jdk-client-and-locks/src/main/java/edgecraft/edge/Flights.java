package edgecraft.edge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** All fetches under way. */
final class Flights {

    /**
     * A place in a fetch.
     *
     * @param flight the fetch
     * @param leads whether it is to be made by who asked for this, or else waited for
     */
    record Seat(Flight flight, boolean leads) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<CacheKey, List<Flight>> underWay = new HashMap<>();

    /**
     * A place in the fetch that a request can wait for, or in a new one.
     *
     * @param expected what a new one is expected to bring
     */
    Seat join(CacheKey key, Fields request, Optional<Variant> expected) {
        lock.lock();
        try {
            return underWay.getOrDefault(key, List.of()).stream()
                    .filter(flight -> flight.isOpenFor(request))
                    .findFirst()
                    .map(flight -> new Seat(flight, false))
                    .orElseGet(() -> new Seat(begin(key, new Flight(true, expected)), true));
        } finally {
            lock.unlock();
        }
    }

    /** A fetch that nobody waits for. */
    Flight alone(CacheKey key) {
        lock.lock();
        try {
            return begin(key, new Flight(false, Optional.empty()));
        } finally {
            lock.unlock();
        }
    }

    /** A fetch is over. Who still waits for it looks again. */
    void end(CacheKey key, Flight flight) {
        flight.land(Landing.AGAIN);
        lock.lock();
        try {
            underWay.computeIfPresent(key, (same, flights) -> {
                flights.remove(flight);
                return flights.isEmpty() ? null : flights;
            });
        } finally {
            lock.unlock();
        }
    }

    /** What is on its way for these keys must not be stored. */
    void doom(Predicate<CacheKey> these) {
        lock.lock();
        try {
            underWay.forEach((key, flights) -> {
                if (these.test(key)) {
                    flights.forEach(Flight::doom);
                }
            });
        } finally {
            lock.unlock();
        }
    }

    private Flight begin(CacheKey key, Flight flight) {
        underWay.computeIfAbsent(key, first -> new ArrayList<>()).add(flight);
        return flight;
    }
}

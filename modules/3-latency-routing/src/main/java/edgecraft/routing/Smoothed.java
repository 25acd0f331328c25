package edgecraft.routing;

import edgecraft.kit.Todo;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/** What one edge takes from one network, out of many measurements, of which the newer ones count more. Thread-safe. */
final class Smoothed {

    /** @param halfLife after this time a measurement counts half as much; after ten of them it counts for nothing */
    Smoothed(Duration halfLife) {}

    /** One more measurement, in milliseconds. Many may come at the same time, and all count. */
    void add(double millis, Instant now) {
        throw new Todo("3.2", "keep a measurement");
    }

    /**
     * What the edge takes, in milliseconds.
     *
     * @param minSamples how many measurements are needed to say it
     * @return empty if there are fewer that count
     */
    OptionalDouble millis(Instant now, int minSamples) {
        throw new Todo("3.2", "what the edge takes");
    }
}

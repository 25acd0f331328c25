package edgecraft.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * What one edge takes from one network, out of many measurements, of which the newer ones count more: the median of those of the
 * last two half-lives. If there are none, of the newest and those of the two half-lives before it. Thread-safe.
 */
final class Smoothed {

    /** How many measurements are kept, at most: the newest. */
    private static final int KEPT = 256;

    private static final int HALF_LIVES_IN_WINDOW = 2;
    private static final int HALF_LIVES_UNTIL_FORGOTTEN = 10;

    private final Duration window;
    private final Duration memory;
    private final AtomicReference<List<Sample>> samples = new AtomicReference<>(List.of());

    /** @param halfLife after this time a measurement counts half as much; after ten of them it counts for nothing */
    Smoothed(Duration halfLife) {
        window = halfLife.multipliedBy(HALF_LIVES_IN_WINDOW);
        memory = halfLife.multipliedBy(HALF_LIVES_UNTIL_FORGOTTEN);
    }

    /** One more measurement, in milliseconds. Many may come at the same time, and all count. */
    void add(double millis, Instant now) {
        Sample newest = new Sample(now, millis);
        samples.updateAndGet(before -> {
            List<Sample> remembered = since(before, now.minus(memory));
            int surplus = Math.max(0, remembered.size() + 1 - KEPT);
            return Stream.concat(remembered.stream().skip(surplus), Stream.of(newest))
                    .toList();
        });
    }

    /**
     * What the edge takes, in milliseconds.
     *
     * @param minSamples how many measurements are needed to say it
     * @return empty if there are fewer that count
     */
    OptionalDouble millis(Instant now, int minSamples) {
        List<Sample> remembered = since(samples.get(), now.minus(memory));
        if (remembered.isEmpty() || remembered.size() < minSamples) {
            return OptionalDouble.empty();
        }
        Instant newest = remembered.get(remembered.size() - 1).at;
        Instant start = now.minus(window);
        return OptionalDouble.of(median(since(remembered, newest.isAfter(start) ? start : newest.minus(window))));
    }

    /** When it was last measured; empty if that is forgotten. */
    Optional<Instant> lastMeasured(Instant now) {
        return since(samples.get(), now.minus(memory)).stream().map(Sample::at).max(Instant::compareTo);
    }

    private static List<Sample> since(List<Sample> samples, Instant start) {
        return samples.stream().filter(sample -> sample.at.isAfter(start)).toList();
    }

    private static double median(List<Sample> samples) {
        double[] sorted = samples.stream().mapToDouble(Sample::millis).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private record Sample(Instant at, double millis) {}
}

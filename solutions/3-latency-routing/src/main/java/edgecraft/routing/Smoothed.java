package edgecraft.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/** What one edge takes from one network, out of many measurements, of which the newer ones count more. Thread-safe. */
final class Smoothed {

    private static final int HALF_LIVES = 10;
    private static final int MOST_SAMPLES = 32;

    private record Sample(double millis, Instant taken) {}

    private record Weighed(double millis, double weight) {}

    private final Duration halfLife;
    private final Deque<Sample> latest = new ArrayDeque<>();

    /** @param halfLife after this time a measurement counts half as much; after ten of them it counts for nothing */
    Smoothed(Duration halfLife) {
        this.halfLife = halfLife;
    }

    /** One more measurement, in milliseconds. Many may come at the same time, and all count. */
    void add(double millis, Instant now) {
        synchronized (latest) {
            latest.addLast(new Sample(millis, now));
            if (latest.size() > MOST_SAMPLES) {
                latest.removeFirst();
            }
        }
    }

    /**
     * What the edge takes, in milliseconds.
     *
     * @param minSamples how many measurements are needed to say it
     * @return empty if there are fewer that count
     */
    OptionalDouble millis(Instant now, int minSamples) {
        Instant forgotten = now.minus(halfLife.multipliedBy(HALF_LIVES));
        synchronized (latest) {
            while (!latest.isEmpty() && latest.getFirst().taken().isBefore(forgotten)) {
                latest.removeFirst();
            }
            return latest.size() < minSamples ? OptionalDouble.empty() : OptionalDouble.of(median(now));
        }
    }

    /** An outlier is at the edge of a median: it moves it no farther than a neighbour would. */
    private double median(Instant now) {
        List<Weighed> rising = latest.stream()
                .map(sample -> new Weighed(sample.millis(), weight(sample, now)))
                .sorted(Comparator.comparingDouble(Weighed::millis))
                .toList();
        double half = rising.stream().mapToDouble(Weighed::weight).sum() / 2;
        double below = 0;
        for (Weighed sample : rising) {
            below += sample.weight();
            if (below >= half) {
                return sample.millis();
            }
        }
        throw new IllegalStateException("there is at least one measurement");
    }

    private double weight(Sample sample, Instant now) {
        double age = Duration.between(sample.taken(), now).toNanos();
        return Math.pow(2, -age / halfLife.toNanos());
    }
}

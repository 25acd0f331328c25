package edgecraft.routing;

import edgecraft.kit.LatencyPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one edge takes from one network, out of many measurements, of which the newer ones count more. A mean whose weight fades
 * by the clock, and which is not moved by the newest figure but by the median of the last few: a single outlier is never that.
 * The mean is a geometric one, so twice as long and half as long are equally far. Immutable.
 *
 * @param mean in milliseconds
 * @param weight how many measurements made now would count as much as all that the mean is made of
 * @param recent the last measurements, the newest at the end
 */
record Smoothed(double mean, double weight, List<Sample> recent) {

    /** Nothing measured. */
    static final Smoothed NOTHING = new Smoothed(0, 0, List.of());

    private static final int MEDIAN_OF = 5;
    private static final double MEDIAN_HALF_LIVES = 2;
    private static final double FORGOTTEN_HALF_LIVES = 10;

    /** One measurement, in milliseconds. */
    record Sample(double millis, Instant at) {

        double ageInHalfLives(Instant now, LatencyPolicy policy) {
            double age = Duration.between(at, now).toNanos();
            // A thread that read the clock earlier may come later.
            return Math.max(0, age) / policy.halfLife().toNanos();
        }
    }

    /** With one more measurement. Many may come at the same time, and all count. */
    Smoothed with(double millis, Instant now, LatencyPolicy policy) {
        List<Sample> samples = new ArrayList<>(recent);
        samples.add(new Sample(millis, now));
        double[] figures = lastFew(samples, now, policy);
        double median = figures[(figures.length - 1) / 2];
        double after = faded(now, policy) + 1;
        // If the last few weigh as much as all that is remembered, their median says it better than any mean.
        double moved = after <= figures.length ? median : mean * Math.pow(median / mean, 1 / after);
        int kept = Math.min(samples.size(), Math.max(MEDIAN_OF, policy.minSamples()));
        return new Smoothed(moved, after, List.copyOf(samples.subList(samples.size() - kept, samples.size())));
    }

    private double faded(Instant now, LatencyPolicy policy) {
        return recent.isEmpty() ? 0 : weight * Math.pow(2, -fromEnd(1).ageInHalfLives(now, policy));
    }

    private static double[] lastFew(List<Sample> samples, Instant now, LatencyPolicy policy) {
        return samples.subList(Math.max(0, samples.size() - MEDIAN_OF), samples.size()).stream()
                .filter(sample -> sample.ageInHalfLives(now, policy) <= MEDIAN_HALF_LIVES)
                .mapToDouble(Sample::millis)
                .sorted()
                .toArray();
    }

    private Sample fromEnd(int position) {
        return recent.get(recent.size() - position);
    }

    /** What the edge takes, in milliseconds; empty if fewer measurements than the policy wants are not forgotten yet. */
    OptionalDouble millis(Instant now, LatencyPolicy policy) {
        int needed = Math.max(1, policy.minSamples());
        boolean isEnough =
                recent.size() >= needed && fromEnd(needed).ageInHalfLives(now, policy) < FORGOTTEN_HALF_LIVES;
        return isEnough ? OptionalDouble.of(mean) : OptionalDouble.empty();
    }
}

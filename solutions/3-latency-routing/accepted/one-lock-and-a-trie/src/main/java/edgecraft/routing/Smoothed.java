package edgecraft.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one edge takes from one network, out of many measurements, of which the newer ones count more: a mean weighted by age, of
 * figures that are cut off at a multiple of what is usual. What is usual is the median of the recent ones; these are kept as they
 * came, so that a first figure that turns out to be an outlier can still be cut off. Not thread-safe: who has it guards it.
 */
final class Smoothed {

    private static final int RECENT = 15;
    private static final int MOST_COUNTED = 1000;
    private static final double CUT_OFF = 2;
    private static final int HALF_LIVES = 10;

    private final Duration halfLife;
    private final Deque<Sample> recent = new ArrayDeque<>();
    /** When the newest ones came, for their number alone. */
    private final Deque<Instant> times = new ArrayDeque<>();
    /** Of those that are no longer recent, as of {@link #settled}. */
    private double sum;

    private double weight;
    private Instant settled = Instant.EPOCH;

    /** @param halfLife after this time a measurement counts half as much; after ten of them it counts for nothing */
    Smoothed(Duration halfLife) {
        this.halfLife = halfLife;
    }

    /** One more measurement, in milliseconds. Many may come at the same time, and all count. */
    void add(double millis, Instant now) {
        recent.addLast(new Sample(millis, now));
        if (recent.size() > RECENT) {
            settle(recent.removeFirst(), usual(now));
        }
        times.addLast(now);
        if (times.size() > MOST_COUNTED) {
            times.removeFirst();
        }
    }

    private void settle(Sample sample, double usual) {
        double fading = weight(settled, sample.at());
        sum = sum * fading + sample.cutOff(usual);
        weight = weight * fading + 1;
        settled = sample.at();
    }

    /**
     * What the edge takes, in milliseconds.
     *
     * @param minSamples how many measurements are needed to say it
     * @return empty if there are fewer that count
     */
    OptionalDouble millis(Instant now, int minSamples) {
        times.removeIf(time -> isForgotten(time, now));
        if (times.isEmpty() || times.size() < minSamples) {
            return OptionalDouble.empty();
        }
        double usual = usual(now);
        double fading = weight(settled, now);
        double total = sum * fading;
        double weights = weight * fading;
        for (Sample sample : recent) {
            double share = weight(sample.at(), now);
            total += sample.cutOff(usual) * share;
            weights += share;
        }
        return OptionalDouble.of(total / weights);
    }

    /** When the newest measurement came. */
    Instant newest() {
        return recent.getLast().at();
    }

    /** The median of the recent figures, by weight. */
    private double usual(Instant now) {
        List<Sample> sorted = recent.stream()
                .sorted(Comparator.comparingDouble(Sample::millis))
                .toList();
        double half =
                sorted.stream().mapToDouble(sample -> weight(sample.at(), now)).sum() / 2;
        double passed = 0;
        for (Sample sample : sorted) {
            passed += weight(sample.at(), now);
            if (passed >= half) {
                return sample.millis();
            }
        }
        return sorted.get(sorted.size() - 1).millis();
    }

    private double weight(Instant at, Instant now) {
        return Math.pow(2, -(double) Duration.between(at, now).toMillis() / halfLife.toMillis());
    }

    private boolean isForgotten(Instant at, Instant now) {
        return !now.isBefore(at.plus(halfLife.multipliedBy(HALF_LIVES)));
    }

    private record Sample(double millis, Instant at) {

        double cutOff(double usual) {
            return Math.min(Math.max(millis, usual / CUT_OFF), usual * CUT_OFF);
        }
    }
}

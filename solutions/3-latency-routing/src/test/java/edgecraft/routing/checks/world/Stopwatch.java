package edgecraft.routing.checks.world;

import java.util.Random;

/** Measures as viewers do: never less than there is, often a little more, and now and then something else entirely. */
final class Stopwatch {

    private static final double NOISE = 0.06;
    private static final double LIFTS = 0.02;
    private static final double MIRACLES = 0.005;

    private final Random chance;

    Stopwatch(Random chance) {
        this.chance = chance;
    }

    /**
     * Measures once.
     *
     * @param millis what there is to measure, in milliseconds
     * @return to a tenth of a millisecond
     */
    double measure(double millis) {
        return Math.max(1, Math.round(10 * millis * error())) / 10.0;
    }

    private double error() {
        double kind = chance.nextDouble();
        if (kind < LIFTS) {
            return 3 + 7 * chance.nextDouble();
        }
        return kind < LIFTS + MIRACLES ? 0.2 + 0.3 * chance.nextDouble() : 1 + NOISE * Math.abs(chance.nextGaussian());
    }
}

package edgecraft.routing.checks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** Results of measurements, in milliseconds. */
final class Figures {

    private static final int SHOWN = 6;

    private Figures() {}

    /** That many, all near to one another: at most a tenth above or below. */
    static double[] near(double millis, int count, Random chance) {
        return chance.doubles(count, 0.9 * millis, 1.1 * millis).toArray();
    }

    /** As a learner reads them. */
    static String inShort(double... millis) {
        String first = Arrays.stream(millis)
                .limit(SHOWN)
                .mapToObj(one -> String.format(Locale.ROOT, "%.1f", one))
                .collect(Collectors.joining(", "));
        return millis.length <= SHOWN ? first : first + " and " + (millis.length - SHOWN) + " more";
    }
}

package edgecraft.routing.checks.world;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How long viewers waited. */
public final class Waits {

    private final double[] rising;

    /** @param millis in any order, in milliseconds; at least one */
    public Waits(double... millis) {
        rising = millis.clone();
        Arrays.sort(rising);
    }

    static Waits of(List<Visit> visits, ToDoubleFunction<Visit> wait) {
        return new Waits(visits.stream().mapToDouble(wait).toArray());
    }

    /**
     * What so many of a hundred viewers did not wait longer than, in milliseconds: the nearest-rank method.
     *
     * @param percent more than 0, at most 100
     */
    public double percentile(double percent) {
        return rising[(int) Math.ceil(rising.length * percent / 100) - 1];
    }
}

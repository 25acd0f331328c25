package edgecraft.kit;

import java.io.Serializable;
import java.time.Duration;

/**
 * What it takes to leave an edge that is up for a better one: both margins at once, for a time.
 *
 * @param millis the better one must gain at least this many milliseconds, …
 * @param share … and at least this share of what the present edge takes: 0.1 is a tenth
 * @param dwell … without a break for this long
 */
public record Hysteresis(double millis, double share, Duration dwell) implements Serializable {

    /** Leaves at once for whatever is better: as in all checks of the steps before 3.5, and in most of those after it. */
    public static final Hysteresis NONE = new Hysteresis(0, 0, Duration.ZERO);
}

package edgecraft.workshop.check;

import java.time.Duration;
import java.util.Optional;

/**
 * How slow this machine is, as measured in this run: every limit in real time that a right answer could miss is a multiple of
 * it, so that no machine makes anybody fail.
 *
 * @param factor 1 where the limits hold as they are written
 */
public record Pace(int factor) {

    /** Of a machine that the limits were made for. */
    public static final Pace ORDINARY = new Pace(1);

    /** So long the trial may take there; on a quiet machine of today it is over in a third of that. */
    static final Duration ORDINARY_TRIAL = Duration.ofMillis(1500);

    /** A machine that is slower than that has another trouble. */
    static final int SLOWEST = 20;

    /**
     * The pace of a machine.
     *
     * @param trial how long it took there to make, ask and stop the least server there can be, the first in its JVM
     */
    public static Pace of(Duration trial) {
        long times = Math.round((double) trial.toMillis() / ORDINARY_TRIAL.toMillis());
        return new Pace((int) Math.max(1, Math.min(SLOWEST, times)));
    }

    /** How long that is here which is so long on an ordinary machine. */
    public Duration times(Duration ordinary) {
        return ordinary.multipliedBy(factor);
    }

    /** What to say of it; nothing where it is ordinary. */
    public Optional<String> note() {
        return factor == 1
                ? Optional.empty()
                : Optional.of(
                        "this machine is slow or busy now: everything has " + factor + " times as much time as usual");
    }
}

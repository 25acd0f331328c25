package edgecraft.workshop.judge;

import edgecraft.workshop.check.Pace;
import java.util.function.Supplier;

/** How slow this machine is, as far as a run knows: measured before its first check, and it may become slower meanwhile. */
final class PaceWatch {

    private final Supplier<Pace> measure;
    private volatile Pace slowest;

    /**
     * @param first as measured at the beginning
     * @param measure measures it anew, where no check disturbs it
     */
    PaceWatch(Pace first, Supplier<Pace> measure) {
        this.slowest = first;
        this.measure = measure;
    }

    /** The slowest pace there was. */
    Pace slowest() {
        return slowest;
    }

    /** Whether what was given this pace was given less than the machine needs; looked at once more if nobody knows. */
    boolean isSlowerThan(Pace given) {
        if (slowest.factor() == given.factor()) {
            Pace now = measure.get();
            slowest = now.factor() > given.factor() ? now : given;
        }
        return slowest.factor() > given.factor();
    }
}

package edgecraft.workshop.judge;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Notices that this machine's clock was set, or that the machine slept: then more or less time went by on the clock than in truth, and
 * whoever measures by the clock, as clients of stores do, gave up too early or waited too long. Thread-safe.
 */
final class ClockJump {

    /** What is less is a clock that is being put right, which no signature and no timeout notices. */
    private static final Duration NOTICEABLE = Duration.ofSeconds(1);

    private final LongSupplier clock;
    private final LongSupplier ticks;
    private final long atFirst;

    private ClockJump(LongSupplier clock, LongSupplier ticks) {
        this.clock = clock;
        this.ticks = ticks;
        this.atFirst = lead();
    }

    /** Begins to look, at this machine's clock. */
    static ClockJump watch() {
        return watch(System::currentTimeMillis, System::nanoTime);
    }

    /**
     * Begins to look.
     *
     * @param clock what can be set, in milliseconds
     * @param ticks what can't, in nanoseconds, and stands still while the machine sleeps
     */
    static ClockJump watch(LongSupplier clock, LongSupplier ticks) {
        return new ClockJump(clock, ticks);
    }

    /** How far the clock has jumped since, forwards or backwards, if it has. */
    Optional<Duration> seen() {
        return Optional.of(Duration.ofMillis(lead() - atFirst).abs()).filter(jump -> jump.compareTo(NOTICEABLE) >= 0);
    }

    private long lead() {
        return clock.getAsLong() - Duration.ofNanos(ticks.getAsLong()).toMillis();
    }
}

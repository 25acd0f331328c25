package edgecraft.kit;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What time it is, and work that repeats. Ask this one and no other clock: in the checks it stands still until the judge
 * moves it, so that a day passes in a microsecond and nothing has to sleep.
 *
 * <p>Waiting for a socket is not its business: timeouts of connections are real time, and the settings say which are.
 */
public interface Time extends InstantSource {

    /**
     * Runs a task again and again, first after one period. A task that throws is run again at its next turn. When the judge
     * moves time forward, every run that has fallen due is over before the move returns.
     *
     * @param period the time between two runs, more than zero
     * @param task what to do; it should be short
     * @return stops the repetition
     * @throws IllegalArgumentException if the period is zero or less
     */
    Repetition every(Duration period, Runnable task);

    /** The real time of this machine. */
    static Time system() {
        return new SystemTime();
    }

    /** Work that repeats until it is cancelled. */
    interface Repetition {

        /** No run begins after this. */
        void cancel();
    }
}

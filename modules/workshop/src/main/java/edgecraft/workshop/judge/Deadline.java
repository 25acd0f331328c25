package edgecraft.workshop.judge;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The time that a check has. It is over when nothing more happens; a check that goes on, on a machine that is busy with other
 * things, gets several times as much. Looked at now and then, always after the same time. Thread-safe.
 */
final class Deadline {

    /** So often it is looked at in the ordinary time. */
    static final int LOOKS = 6;

    /** So many times the ordinary time is enough for everybody. */
    private static final int LONGEST = 5;

    private final Duration ordinary;
    private int looks;
    private int happened;

    /** Looks at deadlines, in a thread of its own. */
    static ScheduledExecutorService clock() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "edgecraft-deadlines");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param ordinary the time that a check has at least */
    Deadline(Duration ordinary) {
        this.ordinary = ordinary;
    }

    /**
     * Looks once more.
     *
     * @param happenedByNow how much has happened since the check began
     */
    synchronized boolean isOver(int happenedByNow) {
        boolean goesOn = happenedByNow > happened;
        happened = happenedByNow;
        looks++;
        return looks >= LONGEST * LOOKS || (looks >= LOOKS && !goesOn);
    }

    /** The time that has been given up to now. */
    synchronized Duration given() {
        return ordinary.multipliedBy(looks).dividedBy(LOOKS);
    }
}

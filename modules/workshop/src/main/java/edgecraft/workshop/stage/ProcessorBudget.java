package edgecraft.workshop.stage;

import edgecraft.workshop.MachineFault;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** So much of the processor's time as a piece of work may have; how long it waits for that does not matter, almost. */
final class ProcessorBudget {

    /** So many times as long it may take in real time: a thread that gets less of the processor is none to judge by. */
    private static final int SLOWEST = 20;

    private static final int LOOKS_AFTER_MILLIS = 100;

    private final Duration most;
    private final String spender;

    /**
     * @param most the processor's time
     * @param spender who spends it, for people
     */
    ProcessorBudget(Duration most, String spender) {
        this.most = most;
        this.spender = spender;
    }

    /**
     * Does the work, in a thread of its own, which is left alone when the budget is used up.
     *
     * @return what came of it; nothing if the budget was used up first
     * @throws ExecutionException what the work threw
     * @throws MachineFault if it could not spend the budget in any reasonable time
     */
    <T> Optional<T> spend(Callable<T> work) throws ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "edgecraft-" + spender);
        thread.setDaemon(true);
        thread.start();
        long end = System.nanoTime() + most.multipliedBy(SLOWEST).toNanos();
        while (used(thread) < most.toNanos()) {
            if (System.nanoTime() - end > 0) {
                throw starved();
            }
            try {
                return Optional.of(task.get(LOOKS_AFTER_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException notYet) {
                // Look how much it had.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + spender, e);
            }
        }
        return Optional.empty();
    }

    /** In nanoseconds; less than nothing when the thread has ended. */
    private static long used(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }

    private MachineFault starved() {
        return new MachineFault(
                spender + " had less than " + most.toSeconds() + " s of the processor in "
                        + most.multipliedBy(SLOWEST).toMinutes() + " min.",
                "Close other programs, then run the command again.");
    }
}

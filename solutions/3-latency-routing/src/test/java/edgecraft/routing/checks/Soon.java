package edgecraft.routing.checks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what others bring about, in real time. */
final class Soon {

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private Soon() {}

    /** Waits until a condition holds; whether it did so in time. It is looked at less and less often. */
    static boolean holds(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = Duration.ofMillis(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
        }
        return true;
    }

    /**
     * Does something, and waits until it is done; whether it was done in time. If not, it goes on alone.
     *
     * @throws AssertionError what it throws
     */
    static boolean isDone(Duration patience, Runnable task) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(task, Soon::alone);
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException takesLonger) {
            return false;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AssertionError assertion) {
                throw assertion;
            }
            throw new IllegalStateException("what was to be done failed", failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    private static void alone(Runnable task) {
        Thread thread = new Thread(task, "edgecraft-soon");
        thread.setDaemon(true);
        thread.start();
    }
}

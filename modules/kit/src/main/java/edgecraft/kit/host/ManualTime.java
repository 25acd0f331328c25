package edgecraft.kit.host;

import edgecraft.kit.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Time that moves only when it is told to, and has then done everything that fell due. */
public final class ManualTime implements Time {

    private final Queue<Turn> turns =
            new PriorityQueue<>(Comparator.comparing(Turn::due).thenComparing(Turn::order));
    private final Object moving = new Object();
    private volatile Instant now;
    private long scheduled;

    /** @param start the instant at which it stands still */
    public ManualTime(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Repetition every(Duration period, Runnable task) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("a period is more than zero, not " + period);
        }
        Repeated repeated = new Repeated(period, task);
        schedule(repeated, now.plus(period));
        return () -> repeated.cancelled = true;
    }

    /**
     * Moves forward, stopping at each instant at which something is due and doing it in this thread.
     *
     * @param step how far; zero or more
     */
    public void advance(Duration step) {
        synchronized (moving) {
            Instant target = now.plus(step);
            for (Turn turn = next(target); turn != null; turn = next(target)) {
                now = turn.due;
                run(turn);
            }
            now = target;
        }
    }

    private void run(Turn turn) {
        if (turn.repeated.cancelled) {
            return;
        }
        try {
            turn.repeated.task.run();
        } catch (RuntimeException e) {
            e.printStackTrace();
        }
        schedule(turn.repeated, turn.due.plus(turn.repeated.period));
    }

    private void schedule(Repeated repeated, Instant due) {
        synchronized (turns) {
            turns.add(new Turn(due, scheduled++, repeated));
        }
    }

    private @Nullable Turn next(Instant target) {
        synchronized (turns) {
            Turn first = turns.peek();
            return first == null || first.due.isAfter(target) ? null : turns.poll();
        }
    }

    private record Turn(Instant due, long order, Repeated repeated) {}

    private static final class Repeated {
        private final Duration period;
        private final Runnable task;
        private volatile boolean cancelled;

        private Repeated(Duration period, Runnable task) {
            this.period = period;
            this.task = task;
        }
    }
}

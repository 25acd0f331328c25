package edgecraft.workshop.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What time it is in one check. It begins at the present second and stands still until the check moves it; everything that was
 * started with it moves along.
 */
final class CheckTime implements InstantSource {

    private final ReadWriteLock moving = new ReentrantReadWriteLock();
    private final List<Consumer<Duration>> followers = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Starts something at the present time. Time does not move meanwhile, so nothing misses a step.
     *
     * @param start is given the time
     * @param advance moves what was started, from then on
     */
    <T> T start(Function<Instant, T> start, BiConsumer<T, Duration> advance) {
        moving.readLock().lock();
        try {
            T started = start.apply(now);
            followers.add(step -> advance.accept(started, step));
            return started;
        } finally {
            moving.readLock().unlock();
        }
    }

    /** Moves forward: this clock first, then what was started, in that order. */
    void advance(Duration step) {
        moving.writeLock().lock();
        try {
            now = now.plus(step);
            followers.forEach(follower -> follower.accept(step));
        } finally {
            moving.writeLock().unlock();
        }
    }
}

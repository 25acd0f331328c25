package edgecraft.edge;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One fetch under way, and those who wait for it. */
final class Flight {

    private final boolean isForAll;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private Optional<Variant> variant;
    private Optional<Landing> landing = Optional.empty();
    private boolean doomed;

    /**
     * A fetch that begins.
     *
     * @param isForAll whether others may wait for it
     * @param variant the variant that it is expected to bring; empty if nobody knows yet
     */
    Flight(boolean isForAll, Optional<Variant> variant) {
        this.isForAll = isForAll;
        this.variant = variant;
    }

    /** Whether a request with these fields can wait for it. */
    boolean isOpenFor(Fields request) {
        lock.lock();
        try {
            return isForAll && !doomed && landing.isEmpty() && mayBeFor(request);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it has landed, or turns out to bring something else. */
    Landing await(Fields request) {
        lock.lock();
        try {
            while (mayBeFor(request)) {
                if (landing.isPresent()) {
                    return landing.get();
                }
                changed.awaitUninterruptibly();
            }
            return Landing.AGAIN;
        } finally {
            lock.unlock();
        }
    }

    /** The head of the answer has come, and says what variant it is. */
    void brings(Variant known) {
        change(() -> variant = Optional.of(known));
    }

    /** It is over for those who wait; the first word counts. */
    void land(Landing how) {
        change(() -> landing = landing.or(() -> Optional.of(how)));
    }

    /** What it brings must not be stored, and nobody who comes from now on gets it. */
    void doom() {
        change(() -> doomed = true);
    }

    /** Stores what it has brought, unless it is doomed; who dooms it waits for that. */
    void store(Runnable storing) {
        lock.lock();
        try {
            if (!doomed) {
                storing.run();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean mayBeFor(Fields request) {
        return variant.map(known -> known.isFor(request)).orElse(true);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

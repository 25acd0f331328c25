package edgecraft.edge;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes may be in memory on their way into the store. */
final class Allowance {

    private final AtomicLong left;

    Allowance(long bytes) {
        left = new AtomicLong(bytes);
    }

    /** Takes some; false, and nothing is taken, if there are not as many left. */
    boolean take(long bytes) {
        long before = left.get();
        while (before >= bytes) {
            if (left.compareAndSet(before, before - bytes)) {
                return true;
            }
            before = left.get();
        }
        return false;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}

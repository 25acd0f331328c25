package edgecraft.edge;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A body that is on its way into the store, and to one viewer at the same time: neither waits for the other. If it turns out
 * to have no room, the viewer gets what has come, and goes on reading from the origin.
 */
final class Intake implements Closeable {

    private final Allowance allowance;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<byte[]> pieces = new ArrayList<>();
    private final Queue<byte[]> unread = new ArrayDeque<>();

    private final long length;
    private long held;
    private long size;
    private boolean over;
    private boolean readerLeft;
    private @Nullable IOException failure;
    private @Nullable OriginAnswer rest;

    /**
     * An empty one.
     *
     * @param length how long it will be; negative if nobody knows. A length that is known has been allowed already
     */
    Intake(Allowance allowance, long length) {
        this.allowance = allowance;
        this.length = length;
        this.held = Math.max(0, length);
    }

    /** Makes room for more, if it has not been made already; false if there is none. */
    boolean hasRoomFor(long more) {
        if (length >= 0) {
            return true;
        }
        boolean taken = allowance.take(more);
        if (taken) {
            change(() -> held += more);
        }
        return taken;
    }

    /** Whether the body has come to its end with as many bytes more. */
    boolean isEndedBy(long more) {
        return size + more == length;
    }

    /** Keeps a piece of the body, and shows it to the viewer. */
    void add(byte[] piece) {
        change(() -> {
            pieces.add(piece);
            size += piece.length;
            unread.add(piece);
        });
    }

    /** The whole body, if this piece is its end. */
    Body bodyWith(List<byte[]> end) {
        List<byte[]> all = new ArrayList<>(pieces);
        all.addAll(end);
        return new Body(all);
    }

    /** The body has come to its end. */
    void complete() {
        change(() -> over = true);
    }

    /** The body has broken off. */
    void breakOff(IOException why) {
        change(() -> {
            failure = why;
            over = true;
        });
    }

    /**
     * There is no more room: from here on the viewer reads from the origin.
     *
     * @return whether there is a viewer who will do so, and close the answer
     */
    boolean spill(byte[] piece, OriginAnswer answer) {
        change(() -> {
            unread.add(piece);
            pieces.clear();
            rest = answer;
            over = true;
        });
        return !readerLeft;
    }

    /** Writes everything to the viewer, as it comes. */
    void copyTo(OutputStream viewer) throws IOException {
        for (byte[] piece = next(); piece != null; piece = next()) {
            viewer.write(piece);
            viewer.flush();
        }
        if (rest != null) {
            Pipe.copy(rest.body(), viewer);
        }
    }

    /** The viewer has all, or has left. */
    @Override
    public void close() {
        change(() -> {
            readerLeft = true;
            unread.clear();
        });
        if (rest != null) {
            rest.hangUp();
        }
    }

    private byte @Nullable [] next() throws IOException {
        lock.lock();
        try {
            while (unread.isEmpty() && !over) {
                changed.awaitUninterruptibly();
            }
            if (unread.isEmpty() && failure != null) {
                throw failure;
            }
            byte[] piece = unread.poll();
            if (rest != null && piece != null) {
                giveBack(Math.min(held, piece.length));
            }
            return piece;
        } finally {
            lock.unlock();
        }
    }

    /** What is not wanted by anybody any more is given back. */
    private void settle() {
        if (over && readerLeft) {
            giveBack(held);
        }
    }

    private void giveBack(long bytes) {
        held -= bytes;
        allowance.giveBack(bytes);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            settle();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

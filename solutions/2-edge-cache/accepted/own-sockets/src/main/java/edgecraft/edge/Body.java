package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer in a list of blocks, which one thread fills while others read: readers wait for what has not come.
 * If there is no room for the rest, the first reader who gets that far is handed the connection that it comes from.
 */
final class Body {

    private enum State {
        COMING,
        WHOLE,
        BROKEN,
        NO_ROOM
    }

    private static final int SMALLEST = 512;
    private static final int LARGEST = 16 * 1024;

    private final long expected;
    private final List<byte[]> blocks = new ArrayList<>();
    private final List<Long> starts = new ArrayList<>();
    private State state = State.COMING;
    private long size;
    private int readers;
    private @Nullable OriginAnswer rest;

    /** @param expected how many bytes will come; negative if nobody knows */
    Body(long expected) {
        this.expected = expected;
    }

    /** How many bytes it has, or as many as have come if nobody knows. */
    synchronized long length() {
        return Math.max(expected, size);
    }

    /** Whether there was no room for all of it. */
    synchronized boolean hasNoRoom() {
        return state == State.NO_ROOM;
    }

    /** A stream of all the bytes, also of those to come. Close it. */
    InputStream open() {
        return new BodyReader(this);
    }

    synchronized void append(byte[] from, int count) {
        for (int done = 0; done < count; ) {
            byte[] block = blockWithRoom();
            int at = (int) (size - starts.get(starts.size() - 1));
            int some = Math.min(count - done, block.length - at);
            System.arraycopy(from, done, block, at, some);
            done += some;
            size += some;
        }
        notifyAll();
    }

    /** Says that all has come. */
    synchronized void finish() {
        end(State.WHOLE);
    }

    /** Says that no more will come, although there is more. */
    synchronized void breakOff() {
        end(State.BROKEN);
    }

    /** Says that there is no room for the rest, which is still to be read from this answer. */
    synchronized void leaveRest(OriginAnswer answer) {
        if (readers == 0) {
            answer.hangUp();
        } else {
            rest = answer;
        }
        end(State.NO_ROOM);
    }

    synchronized void join() {
        readers++;
    }

    synchronized void leave() {
        readers--;
        if (readers == 0 && state == State.NO_ROOM) {
            blocks.clear();
            if (rest != null) {
                rest.hangUp();
                rest = null;
            }
        }
    }

    /**
     * Copies bytes from this position, and waits for them if need be.
     *
     * @return how many; -1 at the end; 0 if the rest has to be taken from where it comes from
     * @throws IOException if it broke off
     */
    synchronized int read(long position, byte[] to, int from, int length) throws IOException {
        while (position == size && state == State.COMING) {
            await();
        }
        if (position < size && !blocks.isEmpty()) {
            return copy(position, to, from, length);
        }
        if (state == State.BROKEN || state == State.NO_ROOM && rest == null) {
            throw new IOException("the answer broke off");
        }
        return state == State.WHOLE ? -1 : 0;
    }

    /** Hands the rest to whoever comes first. */
    synchronized OriginAnswer takeRest() throws IOException {
        if (rest == null) {
            throw new IOException("somebody else has the rest");
        }
        OriginAnswer taken = rest;
        rest = null;
        return taken;
    }

    private byte[] blockWithRoom() {
        int last = blocks.size() - 1;
        if (last >= 0 && size - starts.get(last) < blocks.get(last).length) {
            return blocks.get(last);
        }
        byte[] block = new byte[nextLength()];
        blocks.add(block);
        starts.add(size);
        return block;
    }

    /** As much as is expected or, if nobody knows, as much as there is already. */
    private int nextLength() {
        long wanted = expected > size ? expected - size : Math.max(SMALLEST, size);
        return (int) Math.min(LARGEST, wanted);
    }

    private int copy(long position, byte[] to, int from, int length) {
        int index = indexOf(position);
        byte[] block = blocks.get(index);
        long start = starts.get(index);
        int at = (int) (position - start);
        int count = (int) Math.min(length, Math.min(block.length - at, size - position));
        System.arraycopy(block, at, to, from, count);
        return count;
    }

    private int indexOf(long position) {
        int found = Collections.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2;
    }

    private void end(State last) {
        state = last;
        notifyAll();
    }

    private void await() throws InterruptedIOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the edge stops");
        }
    }
}

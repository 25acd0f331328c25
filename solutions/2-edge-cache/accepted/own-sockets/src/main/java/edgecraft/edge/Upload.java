package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;

/** The body of a request on its way from a viewer to the origin, in a thread of its own, so that answers may come early. */
final class Upload {

    private enum State {
        WAITING,
        READING,
        WRITING,
        SENT,
        BROKEN
    }

    private static final int BUFFER = 16 * 1024;

    private final InputStream from;
    private final long length;
    private State state = State.WAITING;
    private boolean over;
    private long lastMove;

    /** @param length how many bytes it has; negative if nobody knows */
    Upload(InputStream from, long length) {
        this.from = from;
        this.length = length;
    }

    /** What the head of the request says about it. */
    Fields framing() {
        return length < 0
                ? Fields.of("Transfer-Encoding", "chunked")
                : Fields.of("Content-Length", Long.toString(length));
    }

    /** Begins to send it over this connection. */
    void start(Connection to, Executor threads) {
        move(State.READING);
        threads.execute(() -> {
            try {
                send(to);
            } finally {
                finish();
            }
        });
    }

    /** Whether all of it was sent. */
    synchronized boolean isSent() {
        return state == State.SENT;
    }

    /** Whether it is still too early to lose patience with the origin: the viewer is slow, or something moved just now. */
    synchronized boolean isMoving(Duration patience) {
        return state == State.READING || System.nanoTime() - lastMove < patience.toNanos();
    }

    /** Waits until nobody reads from the viewer any more. */
    synchronized void awaitEnd() {
        try {
            while (state != State.WAITING && !over) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Connection to) {
        try {
            copy(to.out());
            move(State.SENT);
        } catch (IOException broken) {
            boolean viewerLeft = isReading();
            move(State.BROKEN);
            if (viewerLeft) {
                to.close();
            } else {
                drain();
            }
        }
    }

    private void copy(OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            move(State.WRITING);
            write(buffer, count, to);
            move(State.READING);
        }
        move(State.WRITING);
        if (length < 0) {
            to.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        to.flush();
    }

    private void write(byte[] buffer, int count, OutputStream to) throws IOException {
        if (count > 0 && length < 0) {
            to.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            to.write(buffer, 0, count);
            to.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            to.write(buffer, 0, count);
        }
        to.flush();
    }

    /** The origin wants no more of it, and the viewer may not listen before all is said. */
    private void drain() {
        try {
            from.transferTo(OutputStream.nullOutputStream());
        } catch (IOException viewerLeft) {
            // Then there is no more to read.
        }
    }

    private synchronized boolean isReading() {
        return state == State.READING;
    }

    private synchronized void move(State next) {
        state = next;
        lastMove = System.nanoTime();
    }

    private synchronized void finish() {
        over = true;
        notifyAll();
    }
}

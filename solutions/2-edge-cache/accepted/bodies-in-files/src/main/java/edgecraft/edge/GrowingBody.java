package edgecraft.edge;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way from the origin into a file. One thread fills it, and one reader may read along. What turns out too large
 * is handed over to the reader, who goes on with the origin's answer itself.
 */
final class GrowingBody implements Closeable {

    private enum State {
        GROWING,
        WHOLE,
        BROKEN,
        HANDED_OVER
    }

    private final Body body;
    private final FileChannel channel;
    private final long promised;
    private State state = State.GROWING;
    private long written;
    private long visible;
    private boolean readerGone;
    private @Nullable OriginAnswer rest;

    /**
     * @param body what to fill
     * @param promised how many bytes the origin said; negative if it did not
     */
    GrowingBody(Body body, long promised) throws IOException {
        this.body = body;
        this.promised = promised;
        channel = body.openToWrite();
    }

    /** Takes the next bytes. The last ones of a known length are not seen before it is whole. */
    void append(byte[] bytes, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        synchronized (this) {
            written += count;
            if (written != promised) {
                visible = written;
                notifyAll();
            }
        }
    }

    /** How many bytes have come. */
    synchronized long size() {
        return written;
    }

    /** All has come. */
    synchronized void complete() {
        visible = written;
        end(State.WHOLE);
    }

    /** No more will come, and something is missing. */
    synchronized void breakOff() {
        end(State.BROKEN);
    }

    /** The reader reads the rest itself, and closes the answer. */
    synchronized void handOver(OriginAnswer answer) {
        visible = written;
        rest = answer;
        end(State.HANDED_OVER);
        if (readerGone) {
            answer.hangUp();
        }
    }

    /** Nobody reads along any more. */
    synchronized void leave() {
        readerGone = true;
        if (rest != null) {
            rest.hangUp();
        }
    }

    /** Copies it all, as it comes. Throws if it breaks off, or if there is nobody to write to. */
    void copyTo(OutputStream out) throws IOException {
        long sent = 0;
        try (FileChannel in = body.openToRead()) {
            for (long seen = awaitMore(sent); seen > sent; seen = awaitMore(sent)) {
                Body.copy(in, sent, seen, out);
                sent = seen;
            }
        }
        OriginAnswer handedOver = rest();
        if (handedOver != null) {
            Pieces.copy(handedOver.body(), out);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private synchronized @Nullable OriginAnswer rest() {
        return rest;
    }

    /** How many bytes can be read: as many as before, if these are all. */
    private synchronized long awaitMore(long sent) throws IOException {
        while (visible == sent && state == State.GROWING) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        if (visible == sent && state == State.BROKEN) {
            throw new IOException("the origin broke off");
        }
        return visible;
    }

    private void end(State last) {
        state = last;
        notifyAll();
    }
}

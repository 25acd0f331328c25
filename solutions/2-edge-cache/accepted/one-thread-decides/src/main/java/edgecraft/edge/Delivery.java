package edgecraft.edge;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A body on its way to the viewer who came first, while it is taken in for the store: pieces in a queue, and how it ended. */
final class Delivery implements Closeable {

    private sealed interface Item {}

    private record Piece(byte[] bytes, int from, int count) implements Item {}

    /** There was no room for what comes now: the viewer reads it from the origin. */
    private record Rest(OriginAnswer answer) implements Item {}

    private record End(boolean isWhole) implements Item {}

    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    /** Adds bytes that nobody will change. */
    void add(byte[] bytes, int from, int count) {
        put(new Piece(bytes, from, count));
    }

    /** Leaves the rest of the answer to the viewer. */
    void leave(OriginAnswer answer) {
        put(new Rest(answer));
    }

    void end(boolean isWhole) {
        put(new End(isWhole));
    }

    /** Copies everything, as it comes. Throws if it breaks off. */
    void copyTo(OutputStream viewer) throws IOException {
        while (true) {
            Item item = take();
            if (item instanceof Piece piece) {
                viewer.write(piece.bytes(), piece.from(), piece.count());
                viewer.flush();
            } else if (item instanceof Rest rest) {
                try (OriginAnswer answer = rest.answer()) {
                    Pump.copy(answer.body(), viewer);
                }
                return;
            } else if (item instanceof End end) {
                if (!end.isWhole()) {
                    throw new IOException("the origin broke off");
                }
                return;
            }
        }
    }

    /** The viewer wants no more. */
    @Override
    public void close() {
        closed = true;
        clear();
    }

    private void put(Item item) {
        items.add(item);
        if (closed) {
            clear();
        }
    }

    /** Whatever is here is handed to nobody any more. */
    private void clear() {
        for (Item item = items.poll(); item != null; item = items.poll()) {
            if (item instanceof Rest rest) {
                rest.answer().hangUp();
            }
        }
    }

    private Item take() throws InterruptedIOException {
        try {
            return items.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the edge stops");
        }
    }
}

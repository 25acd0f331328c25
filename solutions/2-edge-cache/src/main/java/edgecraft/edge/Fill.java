package edgecraft.edge;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The body of an answer on its way into the store. It comes as fast as the origin sends it, in a thread of its own; the viewer
 * it was fetched for reads along at its own pace, or leaves. If it grows too large for the store, only that viewer gets
 * the rest.
 */
final class Fill implements Runnable {

    private static final int PIECE = 16 * 1024;

    private enum State {
        COMING,
        COMPLETE,
        BROKEN,
        TOO_LARGE
    }

    private final OriginAnswer answer;
    private final long length;
    private final Store.Ticket ticket;
    private final Function<byte[], Stored> finished;
    private final Consumer<Flights.Outcome> landing;
    private byte[] bytes;
    private int filled;
    private State state = State.COMING;
    private boolean viewerIsGone;

    /**
     * @param answer the answer whose body is read
     * @param length how long it is, reserved already; negative if nobody knows
     * @param ticket the right to store it
     * @param finished makes what is stored from the whole body
     * @param landing is told how it ended
     */
    Fill(
            OriginAnswer answer,
            long length,
            Store.Ticket ticket,
            Function<byte[], Stored> finished,
            Consumer<Flights.Outcome> landing) {
        this.answer = answer;
        this.length = length;
        this.ticket = ticket;
        this.finished = finished;
        this.landing = landing;
        this.bytes = new byte[(int) Math.max(0, length)];
    }

    @Override
    public void run() {
        try {
            byte[] piece = new byte[PIECE];
            for (int n = answer.body().read(piece); n >= 0; n = answer.body().read(piece)) {
                if (!hasRoomFor(n)) {
                    tooLarge(piece, n);
                    return;
                }
                append(piece, n);
            }
            answer.close();
            complete();
        } catch (IOException | RuntimeException brokenOff) {
            breakOff();
        }
    }

    /**
     * Writes the whole body to its viewer, as it comes.
     *
     * @throws IOException if the origin broke off, or the viewer has left
     */
    void copyTo(OutputStream viewer) throws IOException {
        int written = 0;
        while (waitForMore(written)) {
            int end = ready();
            viewer.write(bytes(), written, end - written);
            viewer.flush();
            written = end;
        }
        if (hasState(State.BROKEN)) {
            throw new IOException("the origin broke off");
        }
        if (hasState(State.TOO_LARGE)) {
            Pump.copy(answer.body(), viewer);
        }
    }

    /** The viewer has all, or has left: from now on the body goes into the store, or nowhere. */
    void leave() {
        synchronized (this) {
            viewerIsGone = true;
        }
        if (hasState(State.TOO_LARGE)) {
            answer.hangUp();
            ticket.end();
        }
    }

    private synchronized boolean hasRoomFor(int more) {
        int lacking = filled + more - bytes.length;
        if (lacking <= 0) {
            return true;
        }
        // Twice as many, so that growing costs little; the last time what is left, so that all that fits is stored.
        int further = (int) ticket.reserveSome(lacking, Math.max(lacking, bytes.length));
        if (further == 0) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, bytes.length + further);
        return true;
    }

    private synchronized void append(byte[] piece, int n) {
        System.arraycopy(piece, 0, bytes, filled, n);
        filled += n;
        notifyAll();
    }

    private void complete() {
        Stored stored = finished.apply(filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled));
        ticket.store(stored);
        end(State.COMPLETE);
        landing.accept(stored.isUsable(stored.received()) ? Flights.Outcome.SHARED : Flights.Outcome.ALONE);
    }

    private void breakOff() {
        answer.hangUp();
        ticket.end();
        end(State.BROKEN);
        landing.accept(Flights.Outcome.BROKEN);
    }

    /** What has come so far stays reserved until its viewer has it. */
    private void tooLarge(byte[] piece, int n) {
        synchronized (this) {
            bytes = Arrays.copyOf(bytes, filled + n);
            append(piece, n);
        }
        end(State.TOO_LARGE);
        landing.accept(Flights.Outcome.ALONE);
        if (isLeft()) {
            leave();
        }
    }

    private synchronized void end(State last) {
        state = last;
        notifyAll();
    }

    private synchronized boolean waitForMore(int written) throws IOException {
        try {
            while (ready() == written && state == State.COMING) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        return ready() > written;
    }

    /** How much its viewer may have. Whoever has the last byte may ask again at once, so it waits until the whole is stored. */
    private synchronized int ready() {
        return state == State.COMING && filled == length ? Math.max(0, filled - 1) : filled;
    }

    private synchronized byte[] bytes() {
        return bytes;
    }

    private synchronized boolean hasState(State other) {
        return state == other;
    }

    private synchronized boolean isLeft() {
        return viewerIsGone;
    }
}

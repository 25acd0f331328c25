package edgecraft.edge;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A few connections to one server that stay open; no more than its permits are open at a time. */
final class ConnectionPool implements Closeable {

    private final Destination destination;
    private final Duration patience;
    private final Semaphore permits;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Set<Connection> busy = new HashSet<>();
    private boolean closed;

    ConnectionPool(Destination destination, int most, Duration patience) {
        this.destination = destination;
        this.patience = patience;
        this.permits = new Semaphore(most, true);
    }

    Destination destination() {
        return destination;
    }

    /** A kept connection, or else a new one; waits until there may be one more. Give it back, or end it. */
    Connection take() throws IOException {
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SocketTimeoutException("no connection is free");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the edge stops");
        }
        Connection kept = pollIdle();
        return kept != null ? kept : openOrGiveUp();
    }

    /** A new connection in the place of one that was dead. */
    Connection replace(Connection dead) throws IOException {
        closeBusy(dead);
        return openOrGiveUp();
    }

    /** Takes a connection back that is ready for the next exchange. */
    void giveBack(Connection connection) {
        connection.markUsed();
        synchronized (this) {
            busy.remove(connection);
            if (closed) {
                connection.close();
            } else {
                idle.push(connection);
            }
        }
        permits.release();
    }

    /** Closes a connection that nobody can use any more. */
    void end(Connection connection) {
        closeBusy(connection);
        permits.release();
    }

    @Override
    public void close() {
        List<Connection> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(idle);
            all.addAll(busy);
            idle.clear();
        }
        all.forEach(Connection::close);
    }

    private synchronized @Nullable Connection pollIdle() {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (!kept.hasSurplus()) {
                busy.add(kept);
                return kept;
            }
            kept.close();
        }
        return null;
    }

    private Connection openOrGiveUp() throws IOException {
        try {
            Connection fresh = Connection.open(destination, patience);
            register(fresh);
            return fresh;
        } catch (IOException e) {
            permits.release();
            throw new NoConnection(e);
        }
    }

    private synchronized void register(Connection fresh) throws IOException {
        if (closed) {
            fresh.close();
            throw new IOException("the edge has stopped");
        }
        busy.add(fresh);
    }

    private void closeBusy(Connection connection) {
        synchronized (this) {
            busy.remove(connection);
        }
        connection.close();
    }
}

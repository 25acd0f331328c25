package edgecraft.edge;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** One open connection to a server, used for one exchange after another. */
final class Connection implements Closeable {

    private static final int BUFFER = 16 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private boolean used;

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    /** Connects, and will be as patient with every read. */
    static Connection open(Destination to, Duration patience) throws IOException {
        int millis = (int) Math.max(1, Math.min(Integer.MAX_VALUE, patience.toMillis()));
        Socket socket = new Socket();
        try {
            socket.connect(to.socketAddress(), millis);
            socket.setSoTimeout(millis);
            socket.setTcpNoDelay(true);
            return new Connection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /** Whether an exchange has ended on it before, so that it may have died since. */
    boolean isUsed() {
        return used;
    }

    void markUsed() {
        used = true;
    }

    /** Whether bytes came that nobody has asked for: they belong to an answer that is over, and never to the next. */
    boolean hasSurplus() {
        try {
            return in.available() > 0;
        } catch (IOException dead) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException goneAnyway) {
            // There is nothing left to close.
        }
    }
}

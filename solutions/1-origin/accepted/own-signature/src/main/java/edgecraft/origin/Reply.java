package edgecraft.origin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An answer of the store. */
final class Reply implements AutoCloseable {

    private static final int PIECE = 16 * 1024;

    private final HttpURLConnection connection;
    private final int status;
    private boolean complete;

    private Reply(HttpURLConnection connection, int status) {
        this.connection = connection;
        this.status = status;
        this.complete = connection.getRequestMethod().equals("HEAD");
    }

    /** Sends a request and waits until the answer begins. */
    static Reply to(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("that is no HTTP");
        }
        return new Reply(connection, status);
    }

    int status() {
        return status;
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(connection.getHeaderField(name));
    }

    /** Whether the error document is about the key, and not about the bucket or about us. */
    boolean saysNoSuchKey() throws StoreException {
        if (status != 400 && status != 404) {
            return false;
        }
        try (InputStream document = connection.getErrorStream()) {
            String text = document == null ? "" : new String(document.readNBytes(PIECE), StandardCharsets.UTF_8);
            return text.matches(
                    "(?s).*<Code>(NoSuchKey|KeyTooLongError|InvalidURI|(XMinio)?Invalid(Object|Resource)Name)</Code>.*");
        } catch (IOException e) {
            throw StoreException.because(e);
        }
    }

    /**
     * Sends the body on. This client takes a body that ends early for a complete one, so it is measured.
     *
     * @throws StoreException if the store does not send all of it
     * @throws IOException if the viewer does not take it
     */
    void passTo(OutputStream out) throws IOException {
        long left = connection.getContentLengthLong();
        byte[] piece = new byte[PIECE];
        for (int count = read(piece); count >= 0; count = read(piece)) {
            out.write(piece, 0, count);
            left -= count;
        }
        if (left > 0) {
            throw StoreException.because(new IOException(left + " bytes are missing"));
        }
        complete = true;
    }

    private int read(byte[] piece) throws StoreException {
        try {
            return connection.getInputStream().read(piece);
        } catch (IOException e) {
            throw StoreException.because(e);
        }
    }

    /** A connection whose answer was read to its end is kept for the next request. */
    @Override
    public void close() {
        if (!complete) {
            connection.disconnect();
        }
    }
}

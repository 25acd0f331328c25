package edgecraft.origin;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** The store gave no answer, or none that helps. */
final class StoreException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private StoreException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The store said no. */
    static StoreException answered(int status) {
        return new StoreException(status == 503 ? 503 : 502, "the store answered " + status);
    }

    /** There was no answer, or no more of it. */
    static StoreException because(IOException cause) {
        int status = cause instanceof SocketTimeoutException ? 504 : 502;
        StoreException failure = new StoreException(status, "the exchange with the store failed");
        failure.initCause(cause);
        return failure;
    }

    /** What the viewer is told. */
    int status() {
        return status;
    }
}

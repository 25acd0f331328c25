package edgecraft.edge;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * What the origin answered. Its body has not been read yet, and holds a connection until it is: close every answer, whether
 * you have read it or not.
 *
 * @param status the status code
 * @param fields all field lines, as sent
 * @param body the bytes, without transfer coding and with any content coding; reading throws when it breaks off
 * @param closing what gives the connection back, or ends it if there is more to read
 */
record OriginAnswer(int status, Fields fields, InputStream body, Closeable closing) implements Closeable {

    @Override
    public void close() throws IOException {
        closing.close();
    }

    /** Closes it, whatever happens: nothing more is wanted of it. */
    void hangUp() {
        try {
            close();
        } catch (IOException goneAnyway) {
            // There is nothing left to close.
        }
    }
}

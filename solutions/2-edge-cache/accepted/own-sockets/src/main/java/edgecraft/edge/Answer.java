package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;

/**
 * What a viewer gets.
 *
 * @param status the status code
 * @param fields all fields
 * @param body the bytes; to be closed, whether read or not
 */
record Answer(int status, Fields fields, InputStream body) {

    /** Without a body, and with another status. The body is closed. */
    Answer bare(int otherStatus, Fields otherFields) {
        try {
            body.close();
        } catch (IOException goneAnyway) {
            // Nobody wants it.
        }
        return new Answer(otherStatus, otherFields, InputStream.nullInputStream());
    }
}

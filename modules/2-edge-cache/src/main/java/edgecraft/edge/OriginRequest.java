package edgecraft.edge;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the edge asks of its origin.
 *
 * @param method for example {@code GET}
 * @param target path and query, to be sent byte for byte
 * @param host the {@code Host} that the viewer asked for
 * @param fields the fields to send; without {@code Host}, {@code Content-Length} and those of a connection
 * @param body what to send along, read once; null if there is no body
 * @param length how many bytes the body has; negative if nobody knows, as of a viewer's chunks
 */
record OriginRequest(
        String method,
        String target,
        String host,
        Fields fields,
        @Nullable InputStream body,
        long length) {

    /** A request without a body. */
    static OriginRequest of(String method, String target, String host, Fields fields) {
        return new OriginRequest(method, target, host, fields, null, 0);
    }
}

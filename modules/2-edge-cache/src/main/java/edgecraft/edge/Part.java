package edgecraft.edge;

import edgecraft.kit.Todo;
import java.util.Optional;

/**
 * A part of a body (RFC 9110 §14).
 *
 * @param first its first byte
 * @param last its last byte; before the first, if the part lies behind the end
 * @param length the length of the whole body, in bytes
 */
record Part(long first, long last, long length) {

    /**
     * The part that a {@code Range} asks for.
     *
     * @param range the value of the field
     * @param length how long the body is, in bytes
     * @return empty if the field counts as not sent: it is malformed, has another unit, or several parts
     */
    static Optional<Part> of(String range, long length) {
        throw new Todo("2.9", "which part a Range asks for");
    }

    /**
     * Whether a part may be sent at all: {@code If-Range} names just this answer (RFC 9110 §13.1.5), or is not there.
     */
    static boolean isAllowed(Fields request, Fields answer) {
        throw new Todo("2.9", "whether If-Range allows a part");
    }

    /** Whether nothing of the body lies in it. */
    boolean isEmpty() {
        throw new Todo("2.9", "whether nothing lies in it");
    }

    /** How many bytes it has. */
    long size() {
        throw new Todo("2.9", "how many bytes it has");
    }

    /** The value of {@code Content-Range}: of a 206, or of a 416 if the part is empty. */
    String contentRange() {
        throw new Todo("2.9", "the value of Content-Range");
    }
}

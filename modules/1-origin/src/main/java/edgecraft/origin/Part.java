package edgecraft.origin;

import edgecraft.kit.Todo;
import java.util.Optional;

/**
 * A part of an object (RFC 9110 §14).
 *
 * @param first the position of its first byte; the object's first byte has position 0
 * @param last the position of its last byte, which belongs to it
 */
record Part(long first, long last) {

    /**
     * Step 1.5: the part that a {@code Range} asks for.
     *
     * @param range the field's value, for example {@code bytes=0-99}
     * @param length the object's length in bytes
     * @return the part, cut off at the object's end; {@link #isEmpty empty} if nothing of the object is asked for; no part
     *     if the field is to be ignored
     */
    static Optional<Part> of(String range, long length) {
        throw new Todo("1.5", "Part.of: the part that a Range asks for");
    }

    /** Whether no byte is in it. */
    boolean isEmpty() {
        return first > last;
    }
}

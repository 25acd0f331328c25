package edgecraft.origin;

import edgecraft.kit.Todo;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides whether a conditional request gets the object that is there (RFC 9110 §13). */
final class Conditions {

    private Conditions() {}

    /** What a request gets. */
    enum Outcome {
        /** What it would get without conditions. */
        MET,
        /** {@code 304}: the viewer has this object already. */
        NOT_MODIFIED,
        /** {@code 412}: the viewer wants only the object that it knows, and this is another. */
        FAILED
    }

    /**
     * Step 1.4: what a request with these fields gets, of an object with these validators.
     *
     * @param asked gives the value of a field of the request, or null if there is no such field
     * @param etag the object's entity tag: strong, with its quotes
     * @param modified when the object was stored, to the second
     */
    static Outcome evaluate(Function<String, @Nullable String> asked, String etag, Instant modified) {
        throw new Todo("1.4", "Conditions.evaluate: what a conditional request gets");
    }

    /**
     * Step 1.5: whether the parts that a viewer has are of this object, so that it may get another ({@code If-Range}).
     *
     * @param ifRange the field's value, a tag or a date; null if there is no such field
     * @param etag the object's entity tag: strong, with its quotes
     * @param modified when the object was stored, to the second
     */
    static boolean allowPart(@Nullable String ifRange, String etag, Instant modified) {
        throw new Todo("1.5", "Conditions.allowPart: whether If-Range lets a viewer have a part");
    }
}

package edgecraft.edge;

import edgecraft.kit.Todo;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The directives of a {@code Cache-Control} (RFC 9111 §5.2).
 *
 * @param directives their arguments by their names in lower case; without an argument an empty text. Of a repeated one the
 *     first counts
 */
record CacheControl(Map<String, String> directives) {

    /** The directives in these fields, over all lines. */
    static CacheControl of(Fields fields) {
        throw new Todo("2.3", "take Cache-Control apart");
    }

    /** Whether a directive is there, with an argument or without. */
    boolean has(String name) {
        throw new Todo("2.3", "whether a directive is there");
    }

    /**
     * The seconds that a directive says, for example of {@code max-age}; empty if it is not there. An argument that is not made
     * of digits is zero, so that nothing is kept by misunderstanding.
     */
    Optional<Duration> seconds(String name) {
        throw new Todo("2.3", "the seconds of a directive");
    }

    /** Whether a directive is there with a number for an argument. */
    boolean hasSeconds(String name) {
        throw new Todo("2.4", "whether its argument is a number");
    }
}

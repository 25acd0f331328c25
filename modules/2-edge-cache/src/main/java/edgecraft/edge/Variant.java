package edgecraft.edge;

import edgecraft.kit.Todo;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * For which requests an answer was made, among those for the same key (RFC 9111 §4.1).
 *
 * @param values the values of the request fields that {@code Vary} names, by their names in lower case; what was not sent is
 *     an empty text
 */
record Variant(SortedMap<String, String> values) {

    /** Of an answer that is for all. */
    static final Variant ANY = new Variant(new TreeMap<>());

    /** The variant that this answer is, of a request with these fields. */
    static Variant of(Fields answer, Fields request) {
        throw new Todo("2.5", "the variant of an answer");
    }

    /** The variant that a request with these fields asks for, where these are the names that count. */
    static Variant of(Set<String> names, Fields request) {
        throw new Todo("2.5", "the variant that a request asks for");
    }

    /** The names of the request fields that count. */
    Set<String> names() {
        throw new Todo("2.5", "which fields count");
    }

    /** Whether it is for a request with these fields. */
    boolean isFor(Fields request) {
        throw new Todo("2.5", "whether it is for a request");
    }
}

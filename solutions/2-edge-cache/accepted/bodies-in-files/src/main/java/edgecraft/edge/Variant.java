package edgecraft.edge;

import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        Set<String> names = answer.members("Vary").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return of(names, request);
    }

    /** The variant that a request with these fields asks for, where these are the names that count. */
    static Variant of(Set<String> names, Fields request) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String name : names) {
            String value = request.values(name).stream().map(String::strip).collect(Collectors.joining(", "));
            values.put(name, value);
        }
        return new Variant(values);
    }

    /** The names of the request fields that count. */
    Set<String> names() {
        return values.keySet();
    }

    /** Whether it is for a request with these fields. */
    boolean isFor(Fields request) {
        return equals(of(names(), request));
    }
}

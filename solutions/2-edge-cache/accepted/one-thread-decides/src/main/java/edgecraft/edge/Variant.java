package edgecraft.edge;

import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * For which requests an answer was made, among those for the same key (RFC 9111 §4.1).
 *
 * @param values the values of the request fields that {@code Vary} names, by their names in lower case; what was not sent is
 *     not equal to anything that was
 */
record Variant(SortedMap<String, String> values) {

    private static final String NOT_SENT = "\n";

    /** The variant that this answer is, of a request with these fields. */
    static Variant of(Fields answer, Fields request) {
        Set<String> names = new TreeSet<>();
        answer.members("Vary").forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return of(names, request);
    }

    /** The variant that a request with these fields asks for, where these are the names that count. */
    static Variant of(Set<String> names, Fields request) {
        SortedMap<String, String> values = new TreeMap<>();
        names.forEach(name -> values.put(name, valueOf(name, request)));
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

    private static String valueOf(String name, Fields request) {
        if (!request.has(name)) {
            return NOT_SENT;
        }
        return request.values(name).stream().map(String::strip).collect(Collectors.joining(", "));
    }
}

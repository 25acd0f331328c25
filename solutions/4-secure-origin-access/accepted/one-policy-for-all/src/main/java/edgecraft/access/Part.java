package edgecraft.access;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a query or of a line of cookies.
 *
 * @param name what is before the first equals sign
 * @param value what is after it
 * @param sent all of it, as sent
 */
record Part(String name, String value, String sent) {

    /** The parameters of a query, in their order. */
    static List<Part> ofQuery(@Nullable String query) {
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&", -1))
                        .map(sent -> of(sent, sent))
                        .toList();
    }

    /** The cookies of one line, in their order. */
    static List<Part> ofCookies(String line) {
        return Arrays.stream(line.split(";", -1))
                .map(sent -> of(sent.strip(), sent))
                .toList();
    }

    private static Part of(String text, String sent) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Part(text, "", sent)
                : new Part(text.substring(0, equals), text.substring(equals + 1), sent);
    }
}

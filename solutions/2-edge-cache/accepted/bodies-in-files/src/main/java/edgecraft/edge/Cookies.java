package edgecraft.edge;

import java.util.Arrays;
import java.util.List;

/** Takes {@code Cookie} fields apart (RFC 6265 §4.2). */
final class Cookies {

    /** One cookie, as sent. */
    record Pair(String name, String value) {}

    private Cookies() {}

    /** All cookies in these fields, in order. */
    static List<Pair> in(Fields request) {
        return request.values("Cookie").stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.split("=", 2))
                .map(parts -> new Pair(parts[0].strip(), parts.length > 1 ? parts[1].strip() : ""))
                .toList();
    }

    /** The values of all cookies with this name, in order. */
    static List<String> values(Fields request, String name) {
        return in(request).stream()
                .filter(cookie -> cookie.name().equals(name))
                .map(Pair::value)
                .toList();
    }
}

package edgecraft.edge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Takes a request's {@code Cookie} apart (RFC 6265 §4.2.1). */
final class Cookies {

    private Cookies() {}

    /** The cookies with this name, each with its name and value as sent, so that {@code a} is not {@code a=}. */
    static List<String> named(String name, Fields request) {
        return pairs(request).filter(pair -> name(pair).equals(name)).toList();
    }

    /** Whether there is a cookie with another name than these. */
    static boolean hasOtherThan(List<String> names, Fields request) {
        return pairs(request).anyMatch(pair -> !names.contains(name(pair)));
    }

    private static Stream<String> pairs(Fields request) {
        return request.values("Cookie").stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty());
    }

    private static String name(String pair) {
        return pair.split("=", 2)[0].strip();
    }
}

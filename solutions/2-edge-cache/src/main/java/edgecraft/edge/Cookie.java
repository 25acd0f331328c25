package edgecraft.edge;

import java.util.List;
import java.util.stream.Stream;

/** A cookie of a request (RFC 6265 §5.4). */
record Cookie(String name, String value) {

    /** The cookies of a request, in order. */
    static List<Cookie> of(Fields request) {
        return request.values("Cookie").stream()
                .flatMap(line -> Stream.of(line.split(";")))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Cookie(pair[0].strip(), pair.length < 2 ? "" : pair[1]))
                .toList();
    }

    /** The values of all cookies with this name; names have case. */
    static List<String> values(Fields request, String name) {
        return of(request).stream()
                .filter(cookie -> cookie.name.equals(name))
                .map(Cookie::value)
                .toList();
    }
}

package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import java.util.List;
import java.util.stream.Stream;

/** The cookies of a request, as far as a cache has to know them (RFC 6265 §4.2). */
final class Cookies {

    private Cookies() {}

    /** The values of all cookies with this name, in order. */
    static List<String> values(Fields request, String name) {
        return pairs(request)
                .filter(pair -> nameOf(pair).equals(name) && pair.contains("="))
                .map(pair -> pair.substring(pair.indexOf('=') + 1).strip())
                .toList();
    }

    /** Whether there is a cookie that is not in the key. */
    static boolean hasOthers(Fields request, CachePolicy policy) {
        if (policy.headers().stream().anyMatch("Cookie"::equalsIgnoreCase)) {
            return false;
        }
        return pairs(request)
                .anyMatch(pair -> !pair.contains("=") || !policy.cookies().contains(nameOf(pair)));
    }

    private static Stream<String> pairs(Fields request) {
        return request.values("Cookie").stream()
                .flatMap(line -> Stream.of(line.split(";")))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty());
    }

    private static String nameOf(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals).strip();
    }
}

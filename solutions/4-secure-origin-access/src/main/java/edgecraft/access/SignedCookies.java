package edgecraft.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Step 4.5: reads what a viewer's cookies have to be let in with. Names are compared as sent, with their case. */
final class SignedCookies {

    private static final String PREFIX = "CloudFront-";

    private SignedCookies() {}

    /**
     * The pass in cookies.
     *
     * @param lines the values of all {@code Cookie} fields
     * @throws Refusal if there is none
     */
    static Pass pass(List<String> lines) throws Refusal {
        Map<String, List<String>> sent = lines.stream()
                .flatMap(SignedCookies::cookies)
                .filter(SignedCookies::isReserved)
                .collect(Collectors.groupingBy(
                        cookie -> name(cookie).substring(PREFIX.length()),
                        Collectors.mapping(SignedCookies::value, Collectors.toList())));
        return Pass.of(sent);
    }

    /** All other cookies of a {@code Cookie} field, as sent; empty if there is none. */
    static String others(String line) {
        return cookies(line).filter(cookie -> !isReserved(cookie)).collect(Collectors.joining("; "));
    }

    private static Stream<String> cookies(String line) {
        return Arrays.stream(line.split(";")).map(String::strip).filter(cookie -> !cookie.isEmpty());
    }

    private static boolean isReserved(String cookie) {
        String name = name(cookie);
        return name.startsWith(PREFIX) && Pass.NAMES.contains(name.substring(PREFIX.length()));
    }

    private static String name(String cookie) {
        return cookie.split("=", 2)[0].strip();
    }

    private static String value(String cookie) {
        return cookie.substring(cookie.indexOf('=') + 1).strip();
    }
}

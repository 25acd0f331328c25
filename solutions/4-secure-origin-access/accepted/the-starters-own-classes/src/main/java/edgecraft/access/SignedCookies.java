package edgecraft.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, List<String>> sent = new HashMap<>();
        for (String line : lines) {
            for (String cookie : line.split(";", -1)) {
                String name = name(cookie);
                if (isOurs(name)) {
                    int equals = cookie.indexOf('=');
                    sent.computeIfAbsent(name.substring(PREFIX.length()), key -> new ArrayList<>())
                            .add(equals < 0 ? "" : cookie.substring(equals + 1).strip());
                }
            }
        }
        return Pass.of(sent);
    }

    /** All other cookies of a {@code Cookie} field, as sent; empty if there is none. */
    static String others(String line) {
        List<String> cookies = List.of(line.split(";", -1));
        List<String> others =
                cookies.stream().filter(cookie -> !isOurs(name(cookie))).toList();
        if (others.size() == cookies.size()) {
            return line;
        }
        return others.stream().allMatch(String::isBlank)
                ? ""
                : String.join(";", others).strip();
    }

    private static boolean isOurs(String name) {
        return name.startsWith(PREFIX) && Pass.NAMES.contains(name.substring(PREFIX.length()));
    }

    private static String name(String cookie) {
        int equals = cookie.indexOf('=');
        return (equals < 0 ? cookie : cookie.substring(0, equals)).strip();
    }
}

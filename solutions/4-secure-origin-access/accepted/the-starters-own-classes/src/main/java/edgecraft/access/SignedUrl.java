package edgecraft.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Step 4.4: reads what a URL has in its query to be let in with. Names are compared as sent, with their case. */
final class SignedUrl {

    private SignedUrl() {}

    /** Whether one of the reserved names is in the query: then the URL is judged, and no cookie is looked at. */
    static boolean isOne(Target target) {
        return parameters(target).stream().anyMatch(SignedUrl::isReserved);
    }

    /**
     * The pass in a URL.
     *
     * @throws Refusal if it isn't one
     */
    static Pass pass(Target target) throws Refusal {
        Map<String, List<String>> sent = new HashMap<>();
        for (String parameter : parameters(target)) {
            if (isReserved(parameter)) {
                int equals = parameter.indexOf('=');
                sent.computeIfAbsent(name(parameter), name -> new ArrayList<>())
                        .add(equals < 0 ? "" : parameter.substring(equals + 1));
            }
        }
        return Pass.of(sent);
    }

    /** What is asked for: the target without the reserved names and their values. All else stays, in order and byte for byte. */
    static Target plain(Target target) {
        List<String> own = parameters(target).stream()
                .filter(parameter -> !isReserved(parameter))
                .toList();
        return target.withQuery(own.isEmpty() ? null : String.join("&", own));
    }

    private static List<String> parameters(Target target) {
        return target.query() == null ? List.of() : List.of(target.query().split("&", -1));
    }

    private static boolean isReserved(String parameter) {
        return Pass.NAMES.contains(name(parameter));
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }
}

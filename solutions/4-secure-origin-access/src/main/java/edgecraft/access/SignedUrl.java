package edgecraft.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Step 4.4: reads what a URL has in its query to be let in with. Names are compared as sent, with their case. */
final class SignedUrl {

    private SignedUrl() {}

    /** Whether one of the reserved names is in the query: then the URL is judged, and no cookie is looked at. */
    static boolean isOne(Target target) {
        return parameters(target).anyMatch(SignedUrl::isReserved);
    }

    /**
     * The pass in a URL.
     *
     * @throws Refusal if it isn't one
     */
    static Pass pass(Target target) throws Refusal {
        Map<String, List<String>> sent = parameters(target)
                .filter(SignedUrl::isReserved)
                .collect(Collectors.groupingBy(
                        SignedUrl::name, Collectors.mapping(SignedUrl::value, Collectors.toList())));
        return Pass.of(sent);
    }

    /** What is asked for: the target without the reserved names and their values. All else stays, in order and byte for byte. */
    static Target plain(Target target) {
        List<String> own =
                parameters(target).filter(parameter -> !isReserved(parameter)).toList();
        return target.withQuery(own.isEmpty() ? null : String.join("&", own));
    }

    private static Stream<String> parameters(Target target) {
        return target.query() == null
                ? Stream.of()
                : Arrays.stream(target.query().split("&", -1));
    }

    private static boolean isReserved(String parameter) {
        return Pass.NAMES.contains(name(parameter));
    }

    private static String name(String parameter) {
        return parameter.split("=", 2)[0];
    }

    private static String value(String parameter) {
        return parameter.substring(Math.min(parameter.length(), name(parameter).length() + 1));
    }
}

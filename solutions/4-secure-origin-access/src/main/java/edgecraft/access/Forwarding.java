package edgecraft.access;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Steps 4.4 and 4.5: decides which fields go on to what is behind the gate, and which of its answer to the viewer. */
final class Forwarding {

    /** RFC 9110 §7.6.1, §11.7: they are about one connection. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authentication-info",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** What the client says, or what servers take for the truth about a request although any viewer may send it. */
    private static final Set<String> NOT_THE_VIEWERS =
            Set.of("content-length", "expect", "forwarded", "host", "x-host", "x-method-override", "x-rewrite-url");

    private static final List<String> NOT_THE_VIEWERS_EITHER = List.of("x-forwarded-", "x-http-method", "x-original-");

    private Forwarding() {}

    /**
     * The fields that upstream is asked with: the viewer's, without the cookies that were for the gate.
     *
     * @param viewer all fields of the viewer's request: values by names
     */
    static Map<String, List<String>> toUpstream(Map<String, List<String>> viewer) {
        Map<String, List<String>> fields = without(
                viewer,
                name -> NOT_THE_VIEWERS.contains(name)
                        || NOT_THE_VIEWERS_EITHER.stream().anyMatch(name::startsWith));
        fields.computeIfPresent(
                "Cookie",
                (name, lines) -> lines.stream()
                        .map(SignedCookies::others)
                        .filter(line -> !line.isEmpty())
                        .toList());
        return fields;
    }

    /** What the viewer gets of upstream's answer: all but what is about the connection. */
    static Reply toViewer(String method, HttpResponse<?> answer) {
        int status = answer.statusCode();
        boolean hasBody = !method.equals("HEAD") && status != 204 && status != 304;
        return new Reply(status, without(answer.headers().map(), name -> false), hasBody);
    }

    private static Map<String, List<String>> without(Map<String, List<String>> sent, Predicate<String> more) {
        Set<String> listed = listed(sent);
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean isHop = HOP_BY_HOP.contains(lower) || listed.contains(lower);
            if (!isHop && !more.test(lower)) {
                fields.put(name, values);
            }
        });
        return fields;
    }

    /** What {@code Connection} lists is about the connection too. */
    private static Set<String> listed(Map<String, List<String>> sent) {
        return sent.entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase("Connection"))
                .flatMap(field -> field.getValue().stream())
                .flatMap(line -> Arrays.stream(line.split(",")))
                .flatMap(name -> Stream.of(name.strip().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}

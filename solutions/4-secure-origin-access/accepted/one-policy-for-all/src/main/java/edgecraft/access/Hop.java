package edgecraft.access;

import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which fields go from one connection to the other. */
final class Hop {

    private static final Set<String> OF_A_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-authentication-info");
    private static final Set<String> NEVER_UPSTREAM =
            Set.of("host", "content-length", "expect", "forwarded", "x-method-override", "x-host", "x-rewrite-url");
    private static final List<String> NEVER_UPSTREAM_FROM = List.of("x-forwarded-", "x-original-", "x-http-method");

    private Hop() {}

    /** The fields that upstream is asked with: of the viewer's, those that it may believe. */
    static Map<String, List<String>> toUpstream(Map<String, List<String>> viewer) {
        Map<String, List<String>> fields = kept(viewer);
        fields.keySet().removeIf(Hop::isNeverUpstream);
        fields.computeIfPresent("Cookie", (name, lines) -> {
            List<String> others = lines.stream()
                    .map(Gatekeeper::otherCookies)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return others.isEmpty() ? null : others;
        });
        return fields;
    }

    private static boolean isNeverUpstream(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NEVER_UPSTREAM.contains(lower) || NEVER_UPSTREAM_FROM.stream().anyMatch(lower::startsWith);
    }

    /** What the viewer gets of upstream's answer. */
    static Reply toViewer(String method, HttpResponse<?> answer) {
        boolean hasBody = method.equals("GET") && answer.statusCode() != 304;
        return new Reply(answer.statusCode(), kept(answer.headers().map()), hasBody);
    }

    private static Map<String, List<String>> kept(Map<String, List<String>> all) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(all);
        Set<String> gone = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        gone.addAll(OF_A_CONNECTION);
        fields.getOrDefault("Connection", List.of()).stream()
                .map(line -> List.of(line.split("[,\\s]+")))
                .flatMap(Collection::stream)
                .forEach(gone::add);
        fields.keySet().removeIf(gone::contains);
        return fields;
    }
}

package edgecraft.access;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Steps 4.4 and 4.5: decides which fields go on to what is behind the gate, and which of its answer to the viewer. */
final class Forwarding {

    private static final List<String> OF_A_CONNECTION = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Authentication-Info");
    /** What is the client's to say, and what a viewer can't know. */
    private static final List<String> TO_THE_GATE =
            List.of("host", "content-length", "expect", "forwarded", "x-method-override", "x-host", "x-rewrite-url");

    private Forwarding() {}

    /**
     * The fields that upstream is asked with: the viewer's, without the cookies that were for the gate.
     *
     * @param viewer all fields of the viewer's request: values by names
     */
    static Map<String, List<String>> toUpstream(Map<String, List<String>> viewer) {
        Map<String, List<String>> fields = withoutConnection(viewer);
        fields.keySet().removeIf(name -> isForged(name.toLowerCase(Locale.ROOT)));
        List<String> cookies = fields.remove("Cookie");
        if (cookies != null) {
            List<String> others = cookies.stream()
                    .map(SignedCookies::others)
                    .filter(line -> !line.isBlank())
                    .toList();
            if (!others.isEmpty()) {
                fields.put("Cookie", others);
            }
        }
        return fields;
    }

    /** What the viewer gets of upstream's answer: all but what is about the connection. */
    static Reply toViewer(String method, HttpResponse<?> answer) {
        int status = answer.statusCode();
        boolean hasBody = !method.equals("HEAD") && status != 204 && status != 304;
        return new Reply(status, withoutConnection(answer.headers().map()), hasBody);
    }

    private static Map<String, List<String>> withoutConnection(Map<String, List<String>> all) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(all);
        for (String line : fields.getOrDefault("Connection", List.of())) {
            for (String name : line.split(",", -1)) {
                fields.remove(name.strip());
            }
        }
        OF_A_CONNECTION.forEach(fields::remove);
        return fields;
    }

    private static boolean isForged(String name) {
        return TO_THE_GATE.contains(name)
                || name.startsWith("x-forwarded-")
                || name.startsWith("x-original-")
                || name.startsWith("x-http-method");
    }
}

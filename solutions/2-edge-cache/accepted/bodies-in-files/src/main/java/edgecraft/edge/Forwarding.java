package edgecraft.edge;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides which fields go on to the origin, and which of its answer to the viewer. */
final class Forwarding {

    /** What is about one connection (RFC 9110 §7.6.1). */
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

    /** What origins believe, and any viewer can claim. */
    private static final Set<String> CLAIMS = Set.of(
            "forwarded",
            "x-forwarded-proto",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-server",
            "x-host",
            "x-original-url",
            "x-original-host",
            "x-rewrite-url",
            "x-http-method-override",
            "x-http-method",
            "x-method-override");

    /** What this edge or its client says itself. */
    private static final Set<String> OWN = Set.of("host", "content-length", "expect", "x-forwarded-host");

    private Forwarding() {}

    /**
     * Whether a request has been at this edge before, as its {@code Via} tells (RFC 9110 §7.6.3).
     *
     * @param name this edge's
     */
    static boolean comesRound(Fields request, String name) {
        return request.members("Via").stream()
                .map(member -> member.split("\\s+"))
                .anyMatch(words -> words.length > 1 && words[1].equals(name));
    }

    /** The fields of a viewer's that may shape an answer: neither about its connection, nor claims, nor said by the edge. */
    static Fields meant(Fields request, List<String> keyed) {
        Set<String> ending = ofTheConnection(request);
        Set<String> permitted =
                keyed.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return request.without(name ->
                ending.contains(name) || OWN.contains(name) || (CLAIMS.contains(name) && !permitted.contains(name)));
    }

    /**
     * The fields that the origin is asked with: those of the viewer's that are meant for it, {@code Via},
     * {@code X-Forwarded-For} and {@code X-Forwarded-Host}. No {@code Host}, no {@code Content-Length}: the client says those.
     *
     * @param name this edge's
     * @param keyed the names of fields that the policy has in the key; they pass whatever they claim
     */
    static Fields toOrigin(ViewerRequest request, String name, List<String> keyed) {
        Fields fields = appended(meant(request.fields(), keyed), "Via", "1.1 " + name);
        fields = appended(fields, "X-Forwarded-For", request.address());
        return request.host().isEmpty() ? fields : fields.with("X-Forwarded-Host", request.host());
    }

    /**
     * The fields of an origin's answer that a viewer gets, and that may be stored: without those of the connection, and
     * with {@code Via}.
     *
     * @param name this edge's
     */
    static Fields toViewer(Fields answer, String name) {
        Set<String> ending = ofTheConnection(answer);
        // RFC 9112 §6.3: of the two that say where a body ends, chunks are right.
        boolean chunked = answer.has("Transfer-Encoding");
        Fields passed = answer.without(field -> ending.contains(field) || (chunked && field.equals("content-length")));
        return appended(passed, "Via", "1.1 " + name);
    }

    private static Fields appended(Fields fields, String name, String member) {
        Stream<String> before = fields.values(name).stream().filter(value -> !value.isBlank());
        return fields.replacing(name, Stream.concat(before, Stream.of(member)).collect(Collectors.joining(", ")));
    }

    private static Set<String> ofTheConnection(Fields fields) {
        Stream<String> listed = fields.members("Connection").stream().map(name -> name.toLowerCase(Locale.ROOT));
        return Stream.concat(OF_A_CONNECTION.stream(), listed).collect(Collectors.toSet());
    }
}

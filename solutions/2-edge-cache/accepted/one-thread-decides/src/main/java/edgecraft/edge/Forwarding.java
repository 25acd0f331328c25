package edgecraft.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which fields go on to the origin, and which of its answer to the viewer. */
final class Forwarding {

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

    /**
     * What counts of a viewer's fields: without those of the connection, and without what a viewer may not claim.
     *
     * @param keyed the names of fields that the policy has in the key; they pass whatever they claim
     */
    static Fields ofViewer(Fields request, List<String> keyed) {
        Set<String> trusted = lowerCase(keyed);
        return withoutConnection(request).without(name -> CLAIMS.contains(name) && !trusted.contains(name));
    }

    /**
     * The fields that the origin is asked with: those of the viewer's that are meant for it, {@code Via},
     * {@code X-Forwarded-For} and {@code X-Forwarded-Host}. No {@code Host}, no {@code Content-Length}: the client says those.
     *
     * @param name this edge's
     * @param keyed the names of fields that the policy has in the key; they pass whatever they claim
     */
    static Fields toOrigin(ViewerRequest request, String name, List<String> keyed) {
        Fields passed = ofViewer(request.fields(), keyed).without("Host", "Content-Length", "Expect");
        return appended(appended(passed, "X-Forwarded-For", request.address()), "Via", "1.1 " + name)
                .replacing("X-Forwarded-Host", request.host());
    }

    /**
     * The fields of an origin's answer that a viewer gets, and that may be stored: without those of the connection, and
     * with {@code Via}.
     *
     * @param name this edge's
     */
    static Fields toViewer(Fields answer, String name) {
        Fields passed = appended(withoutConnection(answer), "Via", "1.1 " + name);
        // RFC 9112 §6.3: of the two that say where a body ends, chunks are right.
        return answer.has("Transfer-Encoding") ? passed.without("Content-Length") : passed;
    }

    private static Fields withoutConnection(Fields fields) {
        Set<String> listed = lowerCase(fields.members("Connection"));
        return fields.without(name -> OF_A_CONNECTION.contains(name) || listed.contains(name));
    }

    /** These fields, with one more member at the end of a list. */
    private static Fields appended(Fields fields, String name, String member) {
        List<String> members = new ArrayList<>(fields.values(name));
        members.removeIf(String::isBlank);
        members.add(member);
        return fields.replacing(name, String.join(", ", members));
    }

    private static Set<String> lowerCase(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}

package edgecraft.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Decides which fields go on to the origin, and which of its answer to the viewer. */
final class Forwarding {

    private static final String VIA = "Via";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_HOST = "X-Forwarded-Host";

    private static final Set<String> OF_THE_CONNECTION = Set.of(
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
        return request.members(VIA).stream()
                .map(member -> member.split("\\s+"))
                .anyMatch(words -> words.length > 1 && words[1].equalsIgnoreCase(name));
    }

    /**
     * The fields of a request that count: without those of the connection, and without claims that only a proxy may make. What
     * is not among them is neither forwarded nor compared.
     *
     * @param keyed the names of fields that the policy has in the key; they pass whatever they claim
     */
    static Fields counting(Fields request, List<String> keyed) {
        Set<String> claims = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        claims.addAll(CLAIMS);
        claims.add(FORWARDED_HOST);
        keyed.forEach(claims::remove);
        return withoutConnection(request).without(claims::contains);
    }

    /**
     * The fields that the origin is asked with: those of the viewer's that are meant for it, {@code Via},
     * {@code X-Forwarded-For} and {@code X-Forwarded-Host}. No {@code Host}, no {@code Content-Length}: the client says those.
     *
     * @param name this edge's
     * @param keyed the names of fields that the policy has in the key; they pass whatever they claim
     */
    static Fields toOrigin(ViewerRequest request, String name, List<String> keyed) {
        Fields counting = counting(request.fields(), keyed);
        List<String> addresses = new ArrayList<>(counting.members(FORWARDED_FOR));
        addresses.add(request.address());
        return counting.without("Host", "Content-Length")
                .replacing(FORWARDED_FOR, String.join(", ", addresses))
                .replacing(FORWARDED_HOST, request.host())
                .with(VIA, "1.1 " + name);
    }

    /**
     * The fields of an origin's answer that a viewer gets, and that may be stored: without those of the connection, and
     * with {@code Via}.
     *
     * @param name this edge's
     */
    static Fields toViewer(Fields answer, String name) {
        return withoutConnection(answer).with(VIA, "1.1 " + name);
    }

    private static Fields withoutConnection(Fields fields) {
        Set<String> ending = new TreeSet<>(OF_THE_CONNECTION);
        fields.members("Connection").forEach(listed -> ending.add(listed.toLowerCase(Locale.ROOT)));
        return fields.without(ending::contains);
    }
}

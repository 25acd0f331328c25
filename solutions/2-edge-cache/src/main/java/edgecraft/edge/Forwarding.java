package edgecraft.edge;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides which fields go on to the origin, and which of its answer to the viewer. */
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

    /** What the edge says itself, or leaves to its client. */
    private static final Set<String> OURS =
            Set.of("content-length", "expect", "host", "via", "x-forwarded-for", "x-forwarded-host");

    /** What origins take for the truth about a request, although any viewer may send it. */
    private static final Set<String> CLAIMS = Set.of(
            "forwarded",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto",
            "x-forwarded-server",
            "x-host",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-original-host",
            "x-original-url",
            "x-rewrite-url");

    private Forwarding() {}

    /**
     * Whether a request has been at this edge before, as its {@code Via} tells (RFC 9110 §7.6.3).
     *
     * @param name this edge's
     */
    static boolean comesRound(Fields request, String name) {
        return request.members("Via").stream().anyMatch(member -> {
            String[] words = member.split("\\s+");
            return words.length > 1 && words[1].equalsIgnoreCase(name);
        });
    }

    /**
     * The fields of a request without those that its {@code Connection} lists. They are for this edge and not for the origin, so
     * what the origin answers does not depend on them, and neither may what is stored.
     */
    static Fields withoutListed(Fields request) {
        Set<String> listed = lowerCase(request.members("Connection"));
        return request.without(
                field -> listed.contains(field) && !HOP_BY_HOP.contains(field) && !field.equals("content-length"));
    }

    /**
     * The fields that the origin is asked with: those of the viewer's that are meant for it, {@code Via},
     * {@code X-Forwarded-For} and {@code X-Forwarded-Host}. No {@code Host}, no {@code Content-Length}: the client says those.
     *
     * @param name this edge's
     * @param keyed the names of fields that the policy has in the key; they pass whatever they claim
     */
    static Fields toOrigin(ViewerRequest request, String name, List<String> keyed) {
        Set<String> wanted = lowerCase(keyed);
        Set<String> listed = lowerCase(request.fields().members("Connection"));
        Fields fields = request.fields()
                .without(field -> HOP_BY_HOP.contains(field)
                        || listed.contains(field)
                        || OURS.contains(field)
                        || (CLAIMS.contains(field) && !wanted.contains(field)))
                .with("X-Forwarded-For", joined(request.fields(), "X-Forwarded-For", request.address()))
                .with("Via", joined(request.fields(), "Via", "1.1 " + name));
        return request.host().isEmpty() ? fields : fields.with("X-Forwarded-Host", request.host());
    }

    /**
     * The fields of an origin's answer that a viewer gets, and that may be stored: without those of the connection, and
     * with {@code Via}.
     *
     * @param name this edge's
     */
    static Fields toViewer(Fields answer, String name) {
        Set<String> listed = lowerCase(answer.members("Connection"));
        // RFC 9112 §6.3: of the two that say where a body ends, chunks are right.
        boolean chunked = answer.has("Transfer-Encoding");
        return answer.without(field -> HOP_BY_HOP.contains(field)
                        || listed.contains(field)
                        || field.equals("x-cache")
                        || (chunked && field.equals("content-length")))
                .replacing("Via", joined(answer, "Via", "1.1 " + name));
    }

    /** The members of a list field and one more. */
    private static String joined(Fields fields, String name, String last) {
        Set<String> listed = lowerCase(fields.members("Connection"));
        List<String> before = listed.contains(name.toLowerCase(Locale.ROOT)) ? List.of() : fields.members(name);
        return before.isEmpty() ? last : String.join(", ", before) + ", " + last;
    }

    private static Set<String> lowerCase(List<String> names) {
        Set<String> all = new HashSet<>();
        names.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
        return all;
    }
}

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
     * These fields without those that their {@code Connection} lists (RFC 9110 §7.6.1). Such fields of a request are for this edge:
     * what the origin answers does not depend on them, and neither may what is stored.
     *
     * @param fields of a request or of an answer; {@code Content-Length} and what is about the connection stay
     */
    static Fields withoutListed(Fields fields) {
        Set<String> listed = lowerCase(fields.members("Connection"));
        return fields.without(
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
        Fields asked = withoutListed(request.fields());
        Fields fields = asked.without(field -> HOP_BY_HOP.contains(field)
                        || OURS.contains(field)
                        || (CLAIMS.contains(field) && !wanted.contains(field)))
                .with("X-Forwarded-For", joined(asked, "X-Forwarded-For", request.address()))
                .with("Via", joined(asked, "Via", "1.1 " + name));
        return request.host().isEmpty() ? fields : fields.with("X-Forwarded-Host", request.host());
    }

    /**
     * The fields of an origin's answer that a viewer gets, and that may be stored: without those of the connection, and
     * with {@code Via}.
     *
     * @param name this edge's
     */
    static Fields toViewer(Fields answer, String name) {
        // RFC 9112 §6.3: of the two that say where a body ends, chunks are right.
        boolean chunked = answer.has("Transfer-Encoding");
        Fields said = withoutListed(answer);
        return said.without(field -> HOP_BY_HOP.contains(field) || (chunked && field.equals("content-length")))
                .replacing("Via", joined(said, "Via", "1.1 " + name));
    }

    /** The members of a list field and one more. */
    private static String joined(Fields fields, String name, String last) {
        List<String> before = fields.members(name);
        return before.isEmpty() ? last : String.join(", ", before) + ", " + last;
    }

    private static Set<String> lowerCase(List<String> names) {
        Set<String> all = new HashSet<>();
        names.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
        return all;
    }
}

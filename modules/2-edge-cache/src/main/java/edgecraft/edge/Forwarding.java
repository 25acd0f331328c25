package edgecraft.edge;

import edgecraft.kit.Todo;
import java.util.List;

/** Decides which fields go on to the origin, and which of its answer to the viewer. */
final class Forwarding {

    private Forwarding() {}

    /**
     * Whether a request has been at this edge before, as its {@code Via} tells (RFC 9110 §7.6.3).
     *
     * @param name this edge's
     */
    static boolean comesRound(Fields request, String name) {
        throw new Todo("2.1", "whether this edge is in Via already");
    }

    /**
     * These fields without those that their {@code Connection} lists (RFC 9110 §7.6.1). Such fields of a request are for this edge:
     * what the origin answers does not depend on them, and neither may what is stored.
     *
     * @param fields of a request or of an answer; {@code Content-Length} and what is about the connection stay
     */
    static Fields withoutListed(Fields fields) {
        throw new Todo("2.1", "which fields end here since Connection lists them");
    }

    /**
     * The fields that the origin is asked with: those of the viewer's that are meant for it, {@code Via},
     * {@code X-Forwarded-For} and {@code X-Forwarded-Host}. No {@code Host}, no {@code Content-Length}: the client says those.
     *
     * @param name this edge's
     * @param keyed the names of fields that the policy has in the key; they pass whatever they claim
     */
    static Fields toOrigin(ViewerRequest request, String name, List<String> keyed) {
        throw new Todo("2.1", "which fields go to the origin");
    }

    /**
     * The fields of an origin's answer that a viewer gets, and that may be stored: without those of the connection, and
     * with {@code Via}.
     *
     * @param name this edge's
     */
    static Fields toViewer(Fields answer, String name) {
        throw new Todo("2.1", "which fields go to the viewer");
    }
}

package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import edgecraft.kit.Todo;
import java.time.Instant;

/** Decides whether an answer may be stored, for all viewers (RFC 9111 §3). */
final class Storing {

    private Storing() {}

    /**
     * Whether the answer to this request may be stored, and is worth it.
     *
     * @param received when the answer came
     */
    static boolean mayStore(ViewerRequest request, int status, Fields answer, Instant received, CachePolicy policy) {
        throw new Todo("2.4", "what may be stored");
    }

    /** Whether a request says who is asking: what it is answered says nothing about what others would get. */
    static boolean isPersonal(ViewerRequest request, CachePolicy policy) {
        throw new Todo("2.4", "whether a request says who is asking");
    }
}

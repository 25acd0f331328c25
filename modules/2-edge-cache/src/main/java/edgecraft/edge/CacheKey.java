package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import edgecraft.kit.Todo;
import java.util.List;

/**
 * What tells one stored answer from another, before {@code Vary}.
 *
 * @param host the host, in one way of writing it
 * @param target path and query, as the origin is asked for it
 * @param values what else the policy has in the key: for each field its lines, then for each cookie its values
 */
record CacheKey(String host, String target, List<List<String>> values) {

    /** The key of a request. Each part stands for itself: nothing is joined that could run together. */
    static CacheKey of(ViewerRequest request, CachePolicy policy) {
        throw new Todo("2.5", "the key of a request");
    }

    /**
     * The target that the origin is asked for: with the query parameters that are in the key and no others, byte for byte
     * and in their order.
     */
    static String target(ViewerRequest request, CachePolicy policy) {
        throw new Todo("2.5", "what the origin is asked for");
    }

    /** Whether this is about the same target of the same host. */
    boolean isFor(CacheKey other) {
        throw new Todo("2.10", "whether two keys are about one target");
    }
}

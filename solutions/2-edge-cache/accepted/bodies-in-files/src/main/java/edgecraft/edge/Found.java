package edgecraft.edge;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the store has for a request. It holds the body of the copy, if there is one, until it is closed.
 *
 * @param copy the copy, fresh or stale; null if there is none
 * @param names the request fields that tell variants of this key apart, as far as it is known
 * @param others whether there are other variants
 */
record Found(@Nullable Stored copy, Set<String> names, boolean others) implements AutoCloseable {

    /** Why the origin is asked, in the words of RFC 9211. */
    String why() {
        if (copy != null) {
            return "stale";
        }
        return others ? "vary-miss" : "uri-miss";
    }

    @Override
    public void close() {
        if (copy != null) {
            copy.body().letGo();
        }
    }
}

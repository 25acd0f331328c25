package edgecraft.edge;

import org.jspecify.annotations.Nullable;

/** What the store has for a request. */
sealed interface Found {

    /** An answer to be used. @param refresh a fetch to be made behind it; null if none is due */
    record Hit(Stored stored, @Nullable Fetch refresh) implements Found {}

    /** Somebody fetches it already. */
    record Join(Fetch fetch) implements Found {}

    /** Nothing: whoever asked has to make this fetch. */
    record Lead(Fetch fetch) implements Found {}
}

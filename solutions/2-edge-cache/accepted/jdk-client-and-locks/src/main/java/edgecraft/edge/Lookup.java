package edgecraft.edge;

import java.time.Instant;
import java.util.Optional;

/**
 * What the store had for a request.
 *
 * @param copy the copy for it, fresh or not
 * @param why the reason to ask the origin, as {@code Cache-Status} calls it, unless the copy may be used
 */
record Lookup(Optional<Stored> copy, String why) {

    /** There is a copy. */
    static Lookup found(Stored copy) {
        return new Lookup(Optional.of(copy), "stale");
    }

    /** There is none. */
    static Lookup missed(String why) {
        return new Lookup(Optional.empty(), why);
    }

    /** The copy, if the origin need not be asked. */
    Optional<Stored> usable(Instant now) {
        return copy.filter(stored -> stored.isUsable(now));
    }
}

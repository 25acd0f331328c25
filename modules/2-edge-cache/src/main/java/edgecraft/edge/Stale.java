package edgecraft.edge;

import edgecraft.kit.Todo;
import java.time.Instant;

/** Decides when a copy that is no longer fresh is better than nothing (RFC 5861; RFC 9111 §4.2.4). */
final class Stale {

    private Stale() {}

    /** Whether it may be served at once, while it is refreshed: for as long as {@code stale-while-revalidate} says. */
    static boolean mayServeWhileRefreshing(Stored stored, Instant now) {
        throw new Todo("2.12", "stale-while-revalidate");
    }

    /** Whether it may be served when the origin can't be reached or is silent: for as long as {@code stale-if-error} says. */
    static boolean mayServeWithoutOrigin(Stored stored, Instant now) {
        throw new Todo("2.12", "stale-if-error");
    }

    /**
     * Whether it may be served in the place of the origin's answer with this status. A failure of the origin's needs no
     * permission (CloudFront developer guide: how CloudFront caches HTTP 4xx and 5xx status codes), but nobody may have forbidden it.
     */
    static boolean mayServeInsteadOf(int status, Stored stored, Instant now) {
        throw new Todo("2.12", "an old copy for a failure");
    }
}

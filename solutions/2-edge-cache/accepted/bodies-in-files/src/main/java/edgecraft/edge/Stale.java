package edgecraft.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Decides when a copy that is no longer fresh is better than nothing (RFC 5861; RFC 9111 §4.2.4). */
final class Stale {

    private static final Set<Integer> FAILURES = Set.of(500, 502, 503, 504);

    private Stale() {}

    /** Whether it may be served at once, while it is refreshed: for as long as {@code stale-while-revalidate} says. */
    static boolean mayServeWhileRefreshing(Stored stored, Instant now) {
        return isWithin("stale-while-revalidate", stored, now);
    }

    /** Whether it may be served when the origin can't be reached or is silent: for as long as {@code stale-if-error} says. */
    static boolean mayServeWithoutOrigin(Stored stored, Instant now) {
        return !isError(stored) && isWithin("stale-if-error", stored, now);
    }

    /**
     * Whether it may be served in the place of the origin's answer with this status. A failure of the origin's needs no
     * permission (CloudFront developer guide: how CloudFront caches HTTP 4xx and 5xx status codes), but nobody may have forbidden it.
     */
    static boolean mayServeInsteadOf(int status, Stored stored, Instant now) {
        CacheControl control = CacheControl.of(stored.fields());
        boolean unasked = !isStrict(control) && !control.has("s-maxage");
        return FAILURES.contains(status) && !isError(stored) && (unasked || mayServeWithoutOrigin(stored, now));
    }

    /** One error is no better than another. */
    private static boolean isError(Stored stored) {
        return stored.status() >= 400;
    }

    private static boolean isWithin(String directive, Stored stored, Instant now) {
        CacheControl control = CacheControl.of(stored.fields());
        Duration window = control.seconds(directive).orElse(Duration.ZERO);
        return !isStrict(control) && stored.freshFor(now).plus(window).compareTo(Duration.ZERO) > 0;
    }

    private static boolean isStrict(CacheControl control) {
        return control.has("must-revalidate") || control.has("proxy-revalidate") || control.has("no-cache");
    }
}

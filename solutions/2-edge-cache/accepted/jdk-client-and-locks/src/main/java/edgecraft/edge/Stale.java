package edgecraft.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** Decides when a copy that is no longer fresh is better than nothing (RFC 5861; RFC 9111 §4.2.4). */
final class Stale {

    private static final String IF_ERROR = "stale-if-error";
    private static final Set<Integer> FAILURES = Set.of(500, 502, 503, 504);

    private Stale() {}

    /** Whether it may be served at once, while it is refreshed: for as long as {@code stale-while-revalidate} says. */
    static boolean mayServeWhileRefreshing(Stored stored, Instant now) {
        return isWithin("stale-while-revalidate", stored, now);
    }

    /** Whether it may be served when the origin can't be reached or is silent: for as long as {@code stale-if-error} says. */
    static boolean mayServeWithoutOrigin(Stored stored, Instant now) {
        return !isError(stored) && isWithin(IF_ERROR, stored, now);
    }

    /**
     * Whether it may be served in the place of the origin's answer with this status. A failure of the origin's needs no
     * permission (CloudFront developer guide: how CloudFront caches HTTP 4xx and 5xx status codes), but nobody may have forbidden it.
     */
    static boolean mayServeInsteadOf(int status, Stored stored, Instant now) {
        if (!FAILURES.contains(status) || isError(stored)) {
            return false;
        }
        CacheControl control = CacheControl.of(stored.fields());
        if (control.has(IF_ERROR)) {
            return mayServeWithoutOrigin(stored, now);
        }
        return !isForbidden(control) && !control.has("s-maxage");
    }

    /** Until when it is used without asking after asking failed: never longer than it is permitted. */
    static Instant restsUntil(Stored stored, Instant now, Duration errorTtl) {
        Instant until = now.plus(errorTtl);
        return CacheControl.of(stored.fields())
                .seconds(IF_ERROR)
                .map(window -> now.plus(stored.freshFor(now)).plus(window))
                .filter(end -> end.isBefore(until))
                .orElse(until);
    }

    /** An old error is no better than a new one. */
    private static boolean isError(Stored stored) {
        return stored.status() >= 400;
    }

    private static boolean isWithin(String window, Stored stored, Instant now) {
        CacheControl control = CacheControl.of(stored.fields());
        Duration staleFor = stored.freshFor(now).negated();
        return !isForbidden(control)
                && control.seconds(window)
                        .filter(length -> staleFor.compareTo(length) < 0)
                        .isPresent();
    }

    private static boolean isForbidden(CacheControl control) {
        return Stream.of("must-revalidate", "proxy-revalidate", "no-cache").anyMatch(control::has);
    }
}

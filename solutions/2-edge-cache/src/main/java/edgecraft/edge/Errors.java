package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Decides how long errors are remembered (CloudFront developer guide: how CloudFront caches HTTP 4xx and 5xx status codes). */
final class Errors {

    private static final Set<Integer> REMEMBERED = Set.of(404, 410, 414, 500, 501, 502, 503, 504);

    private static final Set<Integer> FAILURES = Set.of(500, 502, 503, 504);

    private Errors() {}

    /** Whether an error is remembered for a while, even if it says nothing about it. */
    static boolean areRemembered(int status) {
        return REMEMBERED.contains(status);
    }

    /** How long such an error is remembered: for as long as it states within the policy's bounds, if that is longer. */
    static Duration lifetime(Optional<Duration> stated, CachePolicy policy) {
        return stated.filter(own -> own.compareTo(policy.errorTtl()) > 0).orElse(policy.errorTtl());
    }

    /** Whether the origin says that it has failed, so that an old copy is better than its answer. */
    static boolean isFailure(int status) {
        return FAILURES.contains(status);
    }
}

package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides how long an answer is fresh, and how old it is when it arrives (RFC 9111 §4.2). */
final class Freshness {

    private static final Set<Integer> NEVER_KEPT = Set.of(206, 304);
    private static final Set<Integer> KEPT_BY_DEFAULT = Set.of(200, 203, 300, 301, 308);

    private Freshness() {}

    /**
     * The lifetime that the origin itself states: {@code s-maxage}, or else {@code max-age}, or else {@code Expires} (RFC 9111
     * §4.2.1); {@code no-cache} is one of zero. Empty if it says nothing. Never negative.
     *
     * @param received when the answer came: its date, if it has none
     */
    static Optional<Duration> stated(Fields answer, Instant received) {
        CacheControl control = CacheControl.of(answer);
        if (control.has("no-cache")) {
            return Optional.of(Duration.ZERO);
        }
        return control.seconds("s-maxage")
                .or(() -> control.seconds("max-age"))
                .or(() -> untilExpired(answer, received));
    }

    /** Whether an answer with this status and these fields has a lifetime at all, if only one of zero. */
    static boolean hasLifetime(int status, Fields answer, Instant received) {
        return !NEVER_KEPT.contains(status)
                && (KEPT_BY_DEFAULT.contains(status) || stated(answer, received).isPresent());
    }

    /**
     * How long an answer is fresh, counted from when the origin made it: what it states, or the default for answers that may
     * have one, and no less and no more than the policy says. Zero for one that must not be used again without asking.
     *
     * @param received when the answer came
     */
    static Duration lifetime(int status, Fields answer, Instant received, CachePolicy policy) {
        return hasLifetime(status, answer, received)
                ? within(stated(answer, received).orElse(policy.defaultTtl()), policy)
                : Duration.ZERO;
    }

    /**
     * How old an answer is when it arrives (RFC 9111 §4.2.3): its {@code Age}, or what its {@code Date} tells, whichever is
     * more. Never negative.
     */
    static Duration ageOnArrival(Fields answer, Instant received) {
        Duration said = answer.members("Age").stream()
                .findFirst()
                .flatMap(DeltaSeconds::parse)
                .orElse(Duration.ZERO);
        return longer(said, Duration.between(date(answer, received), received));
    }

    private static Optional<Duration> untilExpired(Fields answer, Instant received) {
        List<String> lines = answer.values("Expires");
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> expires = lines.size() == 1 ? HttpDate.parse(lines.get(0)) : Optional.empty();
        return Optional.of(expires.map(end -> longer(Duration.ZERO, Duration.between(date(answer, received), end)))
                .orElse(Duration.ZERO));
    }

    private static Instant date(Fields answer, Instant received) {
        return answer.first("Date").flatMap(HttpDate::parse).orElse(received);
    }

    private static Duration within(Duration lifetime, CachePolicy policy) {
        Duration capped = lifetime.compareTo(policy.maxTtl()) > 0 ? policy.maxTtl() : lifetime;
        return longer(capped, policy.minTtl());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

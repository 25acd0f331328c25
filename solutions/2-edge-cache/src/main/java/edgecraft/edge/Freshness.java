package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides how long an answer is fresh, and how old it is when it arrives (RFC 9111 §4.2). */
final class Freshness {

    /** What is kept by default, although it says nothing. */
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
        return control.seconds("s-maxage").or(() -> control.seconds("max-age")).or(() -> expires(answer, received));
    }

    /**
     * How long an answer is fresh, counted from when the origin made it: what it states, or the default for answers that may
     * have one, and no less and no more than the policy says. Zero for one that must not be used again without asking.
     *
     * @param received when the answer came
     */
    static Duration lifetime(int status, Fields answer, Instant received, CachePolicy policy) {
        Optional<Duration> stated = stated(answer, received);
        if (Errors.areRemembered(status)) {
            return Errors.lifetime(stated.map(own -> within(policy, own)), policy);
        }
        if (stated.isEmpty() && !KEPT_BY_DEFAULT.contains(status)) {
            return Duration.ZERO;
        }
        return within(policy, stated.orElse(policy.defaultTtl()));
    }

    private static Duration within(CachePolicy policy, Duration lifetime) {
        return longer(policy.minTtl(), shorter(policy.maxTtl(), lifetime));
    }

    /**
     * How old an answer is when it arrives (RFC 9111 §4.2.3): its {@code Age}, or what its {@code Date} tells, whichever is
     * more. Never negative.
     */
    static Duration ageOnArrival(Fields answer, Instant received) {
        Duration apparent = Duration.between(date(answer, received), received);
        return longer(age(answer), longer(Duration.ZERO, apparent));
    }

    /** The first member counts; what is not a number counts as not sent (RFC 9111 §5.1). */
    private static Duration age(Fields answer) {
        return answer.members("Age").stream().findFirst().map(DeltaSeconds::of).orElse(Duration.ZERO);
    }

    /** By the origin's clock alone; more than one, or what is no date, is in the past (RFC 9111 §5.3). */
    private static Optional<Duration> expires(Fields answer, Instant received) {
        List<String> lines = answer.values("Expires");
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> expiry = lines.size() == 1 ? HttpDate.parse(lines.get(0)) : Optional.empty();
        return Optional.of(expiry.map(instant -> Duration.between(date(answer, received), instant))
                .filter(lifetime -> !lifetime.isNegative())
                .orElse(Duration.ZERO));
    }

    private static Instant date(Fields answer, Instant received) {
        return answer.first("Date").flatMap(HttpDate::parse).orElse(received);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import edgecraft.kit.Todo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides how long an answer is fresh, and how old it is when it arrives (RFC 9111 §4.2). */
final class Freshness {

    private Freshness() {}

    /**
     * The lifetime that the origin itself states: {@code s-maxage}, or else {@code max-age}, or else {@code Expires} (RFC 9111
     * §4.2.1); {@code no-cache} is one of zero. Empty if it says nothing. Never negative.
     *
     * @param received when the answer came: its date, if it has none
     */
    static Optional<Duration> stated(Fields answer, Instant received) {
        throw new Todo("2.3", "the lifetime that the origin states");
    }

    /**
     * How long an answer is fresh, counted from when the origin made it: what it states, or the default for answers that may
     * have one, and no less and no more than the policy says. Zero for one that must not be used again without asking.
     *
     * @param received when the answer came
     */
    static Duration lifetime(int status, Fields answer, Instant received, CachePolicy policy) {
        throw new Todo("2.3", "how long an answer is fresh");
    }

    /**
     * How old an answer is when it arrives (RFC 9111 §4.2.3): its {@code Age}, or what its {@code Date} tells, whichever is
     * more. Never negative.
     */
    static Duration ageOnArrival(Fields answer, Instant received) {
        throw new Todo("2.3", "how old it is when it arrives");
    }
}

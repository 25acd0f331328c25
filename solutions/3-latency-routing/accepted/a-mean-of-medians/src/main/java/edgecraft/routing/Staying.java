package edgecraft.routing;

import edgecraft.kit.Hysteresis;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a network is, and how long there has been a better place.
 *
 * @param edge the id of its present edge
 * @param betterSince when it was first found, without a break since, that another is better by enough; null if none is
 */
record Staying(String edge, @Nullable Instant betterSince) {

    /** A network that has just come to an edge. */
    static Staying at(Candidate candidate) {
        return new Staying(candidate.edge().id(), null);
    }

    /**
     * Where it is after one more request.
     *
     * @param present its present edge, which may keep it
     * @param best the best edge now; perhaps the same
     */
    Staying after(Candidate present, Candidate best, Hysteresis margins, Instant now) {
        double gain = present.expected() - best.expected();
        boolean isWorthIt = gain >= margins.millis() && gain >= margins.share() * present.expected();
        if (best.equals(present) || !isWorthIt) {
            return at(present);
        }
        Instant since = betterSince == null ? now : betterSince;
        boolean isLasting = Duration.between(since, now).compareTo(margins.dwell()) >= 0;
        return isLasting ? at(best) : new Staying(edge, since);
    }
}

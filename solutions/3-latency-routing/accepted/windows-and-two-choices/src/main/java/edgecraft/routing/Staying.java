package edgecraft.routing;

import edgecraft.kit.Hysteresis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a network is, and how long there has been a better place.
 *
 * @param edge the id of its present edge
 * @param betterSince when it was first found, without a break since, that another is better by enough; null if none is
 */
record Staying(String edge, @Nullable Instant betterSince) {

    /** What rounding may take away from a gain that is just enough: 70 ms less 63 ms is less than 0.1 of 70 ms in binary. */
    private static final double ROUNDING = 1e-9;

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
        if (!isWorthIt(present, best, margins)) {
            return at(present);
        }
        Instant since = betterSince == null ? now : betterSince;
        return since.plus(margins.dwell()).isAfter(now) ? new Staying(edge, since) : at(best);
    }

    private static boolean isWorthIt(Candidate present, Candidate best, Hysteresis margins) {
        double enough = Math.max(margins.millis(), margins.share() * present.expected());
        return !best.equals(present) && present.expected() - best.expected() >= enough - ROUNDING;
    }
}

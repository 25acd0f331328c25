package edgecraft.routing;

import java.util.Comparator;
import java.util.List;

/** Chooses among edges. */
final class Choice {

    private Choice() {}

    /**
     * The edge that is up and expected to answer soonest; of equals, the first. If none is up, the one that would be chosen if all
     * were.
     *
     * @param candidates at least one, in the order of the settings
     */
    static Candidate best(List<Candidate> candidates) {
        return candidates.stream()
                .min(Comparator.comparing((Candidate candidate) -> !candidate.isUp())
                        .thenComparingDouble(Candidate::expected))
                .orElseThrow();
    }
}

package edgecraft.routing;

import edgecraft.kit.Todo;
import java.util.List;
import java.util.function.Predicate;

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
        throw new Todo("3.1", "the best of the edges");
    }

    /** The candidates for which something holds; if it holds for none, all. */
    static List<Candidate> preferring(List<Candidate> candidates, Predicate<Candidate> preferred) {
        throw new Todo("3.4", "those that are preferred");
    }
}

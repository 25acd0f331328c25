package edgecraft.routing;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Whose turn it is to be measured from one network: who was not asked after for the longest time, and of these the one whose last
 * measurement is the oldest. Not thread-safe: who has it guards it.
 */
final class Turns {

    private final Map<String, Long> lastAsked = new HashMap<>();
    private long questions;

    /**
     * The next ones to be asked after.
     *
     * @param edges the ids of those that are worth it
     * @param most how many to ask after, at most
     * @param lastMeasured when an edge was last measured
     */
    List<String> next(List<String> edges, int most, Function<String, Instant> lastMeasured) {
        questions++;
        List<String> chosen = edges.stream()
                .sorted(Comparator.comparing((String edge) -> lastAsked.getOrDefault(edge, 0L))
                        .thenComparing(lastMeasured))
                .limit(most)
                .toList();
        chosen.forEach(edge -> lastAsked.put(edge, questions));
        return chosen;
    }
}

package edgecraft.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whom the viewers of one network have been asked to measure.
 *
 * @param requests how many there have been
 * @param lastAsked the number of the last request that asked after an edge, by the edge's id
 * @param latest whom the last request asked after
 */
record Asking(long requests, Map<String, Long> lastAsked, List<String> latest) {

    static final Asking NOBODY_YET = new Asking(0, Map.of(), List.of());

    /**
     * After one more request. It asks after the edges that have waited too long, and if there are not enough of them, after the
     * better one of two that are drawn at random: the one that was measured longer ago.
     *
     * @param edges among whom to choose
     * @param ask how many, at most
     * @param patience how many requests an edge may wait
     * @param lastMeasured when an edge was last measured
     */
    Asking next(List<String> edges, int ask, long patience, Function<String, Instant> lastMeasured) {
        long request = requests + 1;
        List<String> waiting = new ArrayList<>(edges);
        List<String> chosen = new ArrayList<>(waiting.stream()
                .filter(edge -> request - lastAsked(edge) >= patience)
                .sorted(Comparator.comparing(this::lastAsked))
                .limit(ask)
                .toList());
        waiting.removeAll(chosen);
        Comparator<String> longestAgo = Comparator.comparing(lastMeasured).thenComparing(this::lastAsked);
        while (chosen.size() < ask && !waiting.isEmpty()) {
            String better =
                    Stream.of(drawn(waiting), drawn(waiting)).min(longestAgo).orElseThrow();
            waiting.remove(better);
            chosen.add(better);
        }
        return after(request, chosen);
    }

    private Asking after(long request, List<String> chosen) {
        Map<String, Long> asked = new HashMap<>(lastAsked);
        chosen.forEach(edge -> asked.put(edge, request));
        return new Asking(request, Map.copyOf(asked), List.copyOf(chosen));
    }

    private long lastAsked(String edge) {
        return lastAsked.getOrDefault(edge, 0L);
    }

    private static String drawn(List<String> edges) {
        return edges.get(ThreadLocalRandom.current().nextInt(edges.size()));
    }
}

package edgecraft.routing.checks.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes what goes wrong in an hour. It is evening in some places: there, ways fill up that the providers should have widened. */
final class Troubles {

    /** How many viewers feel the evening. */
    private static final double EVENING = 0.25;

    /** A provider's way to its best edges fills up if it has others, but none that is so good: in milliseconds. */
    private static final double LEAST_LOSS = 30;

    private static final double MOST_LOSS = 80;
    private static final double WORTHWHILE = 90;
    private static final int SLOW_EDGES = 2;
    private static final int GONE_EDGES = 2;

    /** How many viewers an edge has that goes, at least and at most. */
    private static final double LEAST_VIEWERS = 0.02;

    private static final double MOST_VIEWERS = 0.06;

    private final Random chance;
    private final List<City> edges;
    private final List<Provider> providers;

    Troubles(Random chance, List<City> edges, List<Provider> providers) {
        this.chance = chance;
        this.edges = edges;
        this.providers = providers;
    }

    /** Some providers' ways to their best edges, for half an hour or more; and two edges for everybody, for a shorter time. */
    List<Congestion> congestions() {
        List<Congestion> all = new ArrayList<>();
        double viewers = 0;
        for (Provider provider : shuffled(providers)) {
            List<Congestion> evening = viewers < EVENING ? evening(provider) : List.of();
            viewers += evening.isEmpty() ? 0 : provider.share();
            all.addAll(evening);
        }
        shuffled(edges).stream()
                .limit(SLOW_EDGES)
                .map(edge -> new Congestion(null, edge, Period.of(chance, 0, 50, 10, 25), extra()))
                .forEach(all::add);
        return all;
    }

    /** One or two ways, at the same time. */
    private List<Congestion> evening(Provider provider) {
        List<City> best = edges.stream()
                .sorted(Comparator.comparingDouble(provider::millisTo))
                .toList();
        for (int ways = 1; ways <= 2; ways++) {
            double next = provider.millisTo(best.get(ways));
            double loss = next - provider.millisTo(best.get(0));
            if (loss >= LEAST_LOSS && loss < MOST_LOSS && next < WORTHWHILE) {
                Period period = Period.of(chance, 20, 34, 28, 42);
                double millis = loss + extra();
                return best.subList(0, ways).stream()
                        .map(edge -> new Congestion(provider, edge, period, millis))
                        .toList();
            }
        }
        return List.of();
    }

    private double extra() {
        return 60 + 60 * chance.nextDouble();
    }

    /** Edges that many viewers are near to, but not too many, each for about ten minutes: some early in the hour, some late. */
    List<Outage> outages() {
        Map<City, Double> viewers = providers.stream()
                .collect(Collectors.groupingBy(this::best, Collectors.summingDouble(Provider::share)));
        List<City> gone = shuffled(edges).stream()
                .filter(edge -> viewers.getOrDefault(edge, 0.0) > LEAST_VIEWERS)
                .filter(edge -> viewers.getOrDefault(edge, 0.0) < MOST_VIEWERS)
                .limit(2 * GONE_EDGES)
                .toList();
        return IntStream.range(0, gone.size())
                .mapToObj(i -> new Outage(gone.get(i), i < GONE_EDGES ? gone(9, 18) : gone(28, 48)))
                .toList();
    }

    private Period gone(int earliest, int latest) {
        return Period.of(chance, earliest, latest, 8, 12);
    }

    private City best(Provider provider) {
        return edges.stream()
                .min(Comparator.comparingDouble(provider::millisTo))
                .orElseThrow();
    }

    private <T> List<T> shuffled(List<T> all) {
        List<T> copy = new ArrayList<>(all);
        Collections.shuffle(copy, chance);
        return copy;
    }
}

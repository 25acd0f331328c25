package edgecraft.routing.checks.world;

import edgecraft.routing.checks.world.Guide.Advice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An hour passes, in rounds: viewers ask where to go, go there, measure what they should, and report it. */
public final class Hour {

    public static final Duration ROUND = Duration.ofSeconds(30);

    /** Before that nothing counts: nobody can know what nobody has measured. */
    public static final Duration LEARNING = Duration.ofMinutes(10);

    private static final int VIEWERS = 60;

    private final World world;
    private final Guide guide;
    private final Map<String, City> edges;
    private final double[] shares;

    /** Not the same as for what they measure: whoever is sent elsewhere measures something else, but no other viewers come. */
    private final Random coming;

    private final Stopwatch stopwatch;

    private Hour(World world, Guide guide, Random chance) {
        this.world = world;
        this.guide = guide;
        edges = world.edges().stream().collect(Collectors.toMap(City::code, Function.identity()));
        shares = world.viewers().stream().mapToDouble(ViewerNetwork::share).toArray();
        Arrays.parallelPrefix(shares, Double::sum);
        coming = new Random(chance.nextLong());
        stopwatch = new Stopwatch(new Random(chance.nextLong()));
    }

    /**
     * An hour, or the beginning of it.
     *
     * @param length how long
     * @return who went where, after the time for learning
     */
    public static List<Visit> of(World world, Guide guide, Random chance, Duration length) {
        Hour hour = new Hour(world, guide, chance);
        List<Visit> visits = new ArrayList<>();
        for (Duration time = ROUND; time.compareTo(length) <= 0; time = time.plus(ROUND)) {
            guide.isNow(time);
            List<Visit> round = hour.round(time, world.at(time));
            visits.addAll(time.compareTo(LEARNING) > 0 ? round : List.of());
        }
        return visits;
    }

    private List<Visit> round(Duration time, Moment now) {
        List<ViewerNetwork> viewers =
                Stream.generate(this::someViewer).limit(VIEWERS).toList();
        List<Advice> advice =
                guide.advise(viewers.stream().map(ViewerNetwork::network).toList());
        List<Visit> visits = new ArrayList<>();
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < VIEWERS; i++) {
            ViewerNetwork viewer = viewers.get(i);
            visits.add(Visit.of(viewer, time, edge(advice.get(i).edge()), now));
            measured.addAll(measure(viewer, advice.get(i), now));
        }
        guide.report(measured);
        return visits;
    }

    private ViewerNetwork someViewer() {
        int at = Arrays.binarySearch(shares, coming.nextDouble() * shares[shares.length - 1]);
        return world.viewers().get(at < 0 ? -at - 1 : at);
    }

    /** An edge that is gone can't be measured. */
    private List<Measured> measure(ViewerNetwork viewer, Advice advice, Moment now) {
        return Stream.concat(Stream.of(advice.edge()), advice.measure().stream())
                .filter(edge -> now.isUp(edge(edge)))
                .map(edge -> new Measured(viewer.network(), edge, stopwatch.measure(now.millis(viewer, edge(edge)))))
                .toList();
    }

    private City edge(String id) {
        @Nullable City edge = edges.get(id);
        if (edge == null) {
            throw new AssertionError("expected edges of the settings alone, but there is " + id);
        }
        return edge;
    }
}

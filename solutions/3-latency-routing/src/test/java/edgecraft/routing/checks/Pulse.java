package edgecraft.routing.checks;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.HealthPolicy;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Instance;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** How often edges are asked whether they work, while nobody else asks anything. */
final class Pulse {

    private static final int BEATS = 6;

    /** Where the answer before is late, because the machine is busy, the probe that falls due is left out. */
    private static final int LEFT_OUT = 3;

    private static final Duration LITTLE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Cdn cdn;
    private final List<String> edges;
    private final String path;
    private final Duration interval;

    /** Of all edges that there are. They are asked for this path, as long as they work. */
    Pulse(Instance<RouterSettings> router, Cdn cdn, String path, Duration interval) {
        this.cdn = cdn;
        this.path = path;
        this.interval = interval;
        edges = cdn.sites().stream().map(EdgeSite::id).toList();
        edges.forEach(edge -> cdn.stub(edge).answer(path).body("fine\n"));
        router.settings(settings -> settings.withHealth(policy -> new HealthPolicy(path, interval, Rounds.LONG, 3, 2)));
    }

    /** Each edge is asked once in each interval. */
    void assertBeats() {
        int intervals = 0;
        for (int beat = 1; beat <= BEATS; beat++) {
            int times = beat;
            do {
                if (intervals == times + LEFT_OUT) {
                    throw amiss(rarest(), intervals);
                }
                pass(++intervals);
            } while (!edges.stream()
                    .allMatch(edge ->
                            cdn.stub(edge).becomesAsked(path, times, cdn.pace().times(PATIENCE))));
        }
    }

    /** One more interval passes, in two halves. At the start an edge may be asked, too. */
    private void pass(int intervals) {
        Duration half = interval.dividedBy(2);
        cdn.advance(half);
        assertAskedAtMost(intervals, intervals - 0.5);
        cdn.advance(half);
        assertAskedAtMost(intervals + 1, intervals);
    }

    /** Waits a little for what must not come. */
    private void assertAskedAtMost(int times, double intervals) {
        edges.forEach(edge -> cdn.stub(edge).line().becomesIdle());
        Predicate<String> tooOften = edge -> asked(edge) > times;
        if (Soon.holds(cdn.pace().times(LITTLE), () -> edges.stream().anyMatch(tooOften))) {
            throw amiss(edges.stream().filter(tooOften).findFirst().orElseThrow(), intervals);
        }
    }

    private String rarest() {
        return edges.stream()
                .reduce((one, other) -> asked(other) < asked(one) ? other : one)
                .orElseThrow();
    }

    private long asked(String edge) {
        return cdn.stub(edge).count(path);
    }

    private AssertionError amiss(String edge, double intervals) {
        return new AssertionError("expected " + edge + " to be asked for " + path + " every " + interval.toSeconds()
                + " s, as the settings say, but in " + Math.round(intervals * interval.toSeconds()) + " s it was asked "
                + Rounds.times(asked(edge)));
    }
}

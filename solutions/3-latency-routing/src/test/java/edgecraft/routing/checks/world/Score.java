package edgecraft.routing.checks.world;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How a router compares with the map and with an oracle. It is the 95th percentile that counts: most viewers are well served by the
 * nearest edge, so it is the others who tell routers apart.
 *
 * @param nearest what viewers would have got from the nearest edge that is up
 * @param mine what they got
 * @param oracle what they would have got from the best edge, by somebody who knows everything
 */
public record Score(Waits nearest, Waits mine, Waits oracle) {

    private static final double COUNTS = 95;
    private static final int WIDTH = 32;

    /** That of these visits; at least one. */
    public static Score of(List<Visit> visits) {
        return new Score(
                Waits.of(visits, Visit::nearest), Waits.of(visits, Visit::mine), Waits.of(visits, Visit::best));
    }

    /** 0 for the nearest edge, 1 for the oracle. */
    public double value() {
        double all = nearest.percentile(COUNTS) - oracle.percentile(COUNTS);
        return (nearest.percentile(COUNTS) - mine.percentile(COUNTS)) / all;
    }

    /** Lines that show it: a table, each line of it with a bar for the percentile that counts. */
    public List<String> chart() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%-14s %15s %15s %15s",
                        "of 100 viewers",
                        "50 wait at most",
                        "95 at most",
                        "99 at most"),
                line("nearest edge", nearest),
                line("your router", mine),
                line("oracle", oracle),
                String.format(Locale.ROOT, "score %.2f, where the nearest edge has 0 and the oracle 1", value()));
    }

    private String line(String who, Waits waits) {
        double longest = Stream.of(nearest, mine, oracle)
                .mapToDouble(one -> one.percentile(COUNTS))
                .max()
                .orElseThrow();
        int bar = (int) Math.round(WIDTH * waits.percentile(COUNTS) / longest);
        return String.format(
                Locale.ROOT,
                "%-14s %12.0f ms %12.0f ms %12.0f ms  %s",
                who,
                waits.percentile(50),
                waits.percentile(COUNTS),
                waits.percentile(99),
                "█".repeat(bar));
    }
}

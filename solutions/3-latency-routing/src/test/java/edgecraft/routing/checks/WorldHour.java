package edgecraft.routing.checks;

import edgecraft.kit.RouterSettings;
import edgecraft.routing.checks.world.Cause;
import edgecraft.routing.checks.world.Hour;
import edgecraft.routing.checks.world.Outage;
import edgecraft.routing.checks.world.Score;
import edgecraft.routing.checks.world.Visit;
import edgecraft.routing.checks.world.World;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A router's time in the world, and what its viewers say of it. */
final class WorldHour {

    /** So few viewers may still be sent to edges that are gone: a probe may be late on a busy machine. */
    private static final int HARDLY_ANYBODY = 10;

    private final Random chance;
    private final World world;
    private final AskedGuide guide;
    private final Fixtures fixtures;
    private final List<Visit> visits = new ArrayList<>();

    /** That of a router that has not started. */
    WorldHour(Instance<RouterSettings> router, Fixtures fixtures) {
        chance = Cdn.chance(fixtures);
        world = World.of(chance);
        this.fixtures = fixtures;
        guide = new AskedGuide(world, router, fixtures);
    }

    /** Time passes. */
    void pass(Duration length) {
        visits.addAll(Hour.of(world, guide, chance, length));
    }

    /**
     * The router has come so near to an oracle.
     *
     * @param least 0 is as far as the nearest edge, 1 is there
     */
    void assertScore(double least) {
        Score score = Score.of(visits);
        score.chart().forEach(fixtures.conversation()::find);
        fixtures.conversation().find(Cause.of(world, visits));
        if (score.value() < least) {
            throw new AssertionError(String.format(
                    Locale.ROOT,
                    "expected a score of at least %.2f, but it is %.3f: that much of what an oracle gains over the nearest"
                            + " edge did your viewers gain",
                    least,
                    score.value()));
        }
    }

    /** A while after probes must have told that an edge is gone, hardly anybody is sent there; and before that somebody was. */
    void assertGoneEdgesLeft() {
        if (visits.stream()
                .noneMatch(visit -> world.outages().stream()
                        .anyMatch(outage -> outage.edge().equals(visit.edge())))) {
            throw new AssertionError(
                    "expected viewers to be sent to edges that are up most of the time and the best for"
                            + " many, but none of the " + visits.size() + " was sent to one of " + world.outages());
        }
        List<Visit> late = visits.stream()
                .filter(visit -> world.outages().stream().anyMatch(outage -> isLate(visit, outage)))
                .toList();
        if (late.size() >= HARDLY_ANYBODY) {
            Visit first = late.get(0);
            throw new AssertionError("expected nobody to be sent to an edge a minute after so many of its probes have"
                    + " failed that it is down, but " + late.size() + " of " + visits.size()
                    + " viewers were, the first of them to " + first.edge() + " in minute "
                    + first.time().toMinutes());
        }
    }

    private static boolean isLate(Visit visit, Outage outage) {
        Duration left = outage.known(AskedGuide.HEALTH).from().plus(AskedGuide.HEALTH.interval());
        return visit.edge().equals(outage.edge())
                && outage.period().contains(visit.time())
                && visit.time().compareTo(left) >= 0;
    }
}

package edgecraft.routing.checks;

import static edgecraft.routing.checks.Rush.ABOVE;
import static edgecraft.routing.checks.Rush.BELOW;
import static edgecraft.routing.checks.Rush.LOAD;

import edgecraft.kit.Hysteresis;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.LoadPolicy;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Step("3.8")
class LoadChecks {

    private static final String FASTROUTE = "Flavel and others: FastRoute, NSDI 2015";

    /** Just below the lower mark: whoever is away by then would be too much if all came back at once. */
    private static final String JUST_BELOW = "0.45";

    private static final double A_THIRD = 1.0 / 3;
    private static final double HALF = 0.5;

    /** Far longer than all that comes before somebody may come back. */
    private static final Duration DWELL = Duration.ofHours(10);

    @Check(
            id = "to-the-next-best",
            title = "a share of the networks of an edge that has too much to do goes to the next best edge",
            reference = FASTROUTE)
    void toTheNextBest(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = farAndNear(router, fixtures);
        Audience audience = new Audience(cdn, 40, Places.FRANKFURT);
        Rush rush = new Rush(cdn, audience, "fra");
        rush.assertAllThere();
        audience.measured("lhr", 60);

        Set<IpPrefix> away = rush.spill(A_THIRD).awayFrom("fra");

        rush.ask()
                .assertAllAt(
                        away,
                        "mad",
                        "fra has given them away, and mad is the next best: of lhr 60 ms were measured, of mad 30 are expected");
        audience.assertDecidedAsSent();
    }

    @Check(
            id = "spills-over",
            title = "the load of an edge that too many want settles between the marks",
            reference = FASTROUTE)
    void spillsOver(Instance<RouterSettings> router, Fixtures fixtures) {
        Rush rush = rush(router, fixtures, 100);
        rush.assertAllThere();

        List<Whereabouts> steady = rush.assertSettles(1.9);

        steady.get(3).assertAsIn(steady.get(1), "the load of fra is between the marks, and its share stays as it is");
    }

    @Check(
            id = "between-the-marks",
            title = "while the load is between the marks, nobody leaves and nobody comes back",
            reference = FASTROUTE)
    void betweenTheMarks(Instance<RouterSettings> router, Fixtures fixtures) {
        Rush rush = rush(router, fixtures, 60);
        rush.assertAllThere();
        for (String load : List.of("0.85", "0.9")) {
            rush.heartbeats().says("fra", LOAD, load);
            rush.heartbeats().pass(5);
            rush.ask().assertAllAt("fra", "a load of " + load + " is not above the mark of 0.9");
        }

        Whereabouts before = rush.spill(A_THIRD);
        for (String load : List.of("0.55", "0.85", "0.5", "0.9")) {
            rush.heartbeats().says("fra", LOAD, load);
            rush.heartbeats().pass(5);
            rush.ask()
                    .assertAsIn(
                            before,
                            "a load of " + load
                                    + " is neither above the mark of 0.9 nor below that of 0.5, so the share stays as it is");
        }
    }

    @Check(
            id = "the-same-ones",
            title = "those who have gone stay away while the share grows, and those who are back stay while it shrinks",
            reference = FASTROUTE)
    void theSameOnes(Instance<RouterSettings> router, Fixtures fixtures) {
        Rush rush = rush(router, fixtures, 60);
        rush.assertAllThere();

        Whereabouts few = rush.spill(0.1);
        for (int i = 0; i < 3; i++) {
            rush.ask().assertAsIn(few, "the share of fra stays as it is, whoever asks and how often");
        }
        Whereabouts more = rush.spill(HALF);
        more.assertNoneAt(few.awayFrom("fra"), "fra", "they were away before, and the share has grown");

        for (int i = 0; i < 3; i++) {
            rush.heartbeats().says("fra", LOAD, BELOW);
            rush.heartbeats().pass(1);
            Whereabouts fewer = rush.hold();
            fewer.assertAllAt(more.at("fra"), "fra", "they were there before, and the share that is away has shrunk");
            more = fewer;
        }
    }

    @Check(
            id = "an-order-for-each-edge",
            title = "it is not the same networks that every edge gives away first",
            reference = FASTROUTE)
    void anOrderForEachEdge(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.edge("lhr", Places.LONDON);
        Audience audience = new Audience(cdn, 100, Places.FRANKFURT);
        Rush first = new Rush(cdn, audience, "fra");
        Rush second = new Rush(cdn, audience, "lhr");
        first.assertAllThere();
        Set<IpPrefix> firsts = first.spill(HALF).awayFrom("fra");
        first.heartbeats().says("fra", LOAD, BELOW);
        first.assertAllComeBack("fra said Edge-Load: " + BELOW);

        audience.measured("fra", 60);
        second.ask().assertAllAt("lhr", "60 ms were measured of fra, and 13 are expected of lhr");
        Set<IpPrefix> seconds = second.spill(HALF).awayFrom("lhr");

        assertIndependent(firsts, seconds, audience.size());
    }

    /** Half-way between what two orders have in common by chance, and what they have if they are the same. */
    private static void assertIndependent(Set<IpPrefix> firsts, Set<IpPrefix> seconds, int all) {
        Set<IpPrefix> both = new HashSet<>(firsts);
        both.retainAll(seconds);
        double chance = (double) firsts.size() * seconds.size() / all;
        double most = (chance + Math.min(firsts.size(), seconds.size())) / 2;
        if (both.size() > most) {
            throw new AssertionError(String.format(
                    "expected fra and lhr to have each an order of its own for whom to give away, so that of %d networks about %.0f"
                            + " are among the %d that fra gave away and the %d that lhr did, but %d are",
                    all, chance, firsts.size(), seconds.size(), both.size()));
        }
    }

    @Check(
            id = "comes-back",
            title =
                    "when the load is below the lower mark, the networks come back little by little, and in the end all",
            reference = FASTROUTE)
    void comesBack(Instance<RouterSettings> router, Fixtures fixtures) {
        Rush rush = rush(router, fixtures, 60);
        rush.assertAllThere();
        for (String load : List.of(JUST_BELOW, "0")) {
            Whereabouts before = rush.spill(HALF);
            rush.heartbeats().says("fra", LOAD, load);
            rush.heartbeats().passOnce("fra");
            assertSomeAreAway(rush.hold(), before, load);
        }
        rush.heartbeats().says("fra", LOAD, BELOW);
        rush.assertAllComeBack("it is their best edge, and has said Edge-Load: " + BELOW);
    }

    private static void assertSomeAreAway(Whereabouts after, Whereabouts before, String load) {
        if (after.awayFrom("fra").isEmpty()) {
            throw new AssertionError("expected the " + before.awayFrom("fra").size()
                    + " networks that had left fra to come back little by"
                    + " little, but after one probe with Edge-Load: " + load + " all were back");
        }
    }

    @Check(
            id = "no-room-there",
            title = "no network is given to an edge that has too much to do itself, or is down",
            reference = FASTROUTE + "; Apache Traffic Control issue 1907")
    void noRoomThere(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = farAndNear(router, fixtures);
        Rush rush = new Rush(cdn, new Audience(cdn, 40, Places.FRANKFURT), "fra");
        rush.assertAllThere();
        Set<IpPrefix> away = rush.spill(A_THIRD).awayFrom("fra");
        rush.ask().assertAllAt(away, "lhr", "fra has given them away, and lhr is the next best");

        rush.heartbeats().says("lhr", LOAD, "0.9");
        rush.heartbeats().pass(2);
        rush.ask()
                .assertAllAt(
                        away,
                        "lhr",
                        "fra has given them away, and the load of lhr is at the mark of 0.9, not above it");

        rush.heartbeats().says("lhr", LOAD, ABOVE);
        rush.heartbeats().pass(2);
        rush.ask()
                .assertAllAt(
                        away, "mad", "fra has given them away, the load of lhr is above the mark, and mad is the next");

        rush.heartbeats().fails("mad");
        rush.heartbeats().pass(4);
        rush.ask()
                .assertAllAt(
                        away, "sin", "fra has given them away, the load of lhr is above the mark, and mad is down");
    }

    @Check(id = "nowhere-to-go", title = "where no other edge has room, all stay at their best", reference = FASTROUTE)
    void nowhereToGo(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = farAndNear(router, fixtures);
        Rush rush = new Rush(cdn, new Audience(cdn, 40, Places.FRANKFURT), "fra");
        rush.assertAllThere();
        List.of("fra", "lhr", "mad", "sin").forEach(edge -> rush.heartbeats().says(edge, LOAD, ABOVE));
        rush.heartbeats().pass(6);
        rush.ask().assertAllAt("fra", "it is their best edge, and the load of all others is above the mark too");

        rush.heartbeats().says("mad");
        Set<IpPrefix> away = rush.spill(A_THIRD).awayFrom("fra");
        rush.ask().assertAllAt(away, "mad", "fra has given them away, and mad alone has room");

        rush.heartbeats().fails("mad");
        rush.heartbeats().pass(4);
        rush.ask()
                .assertAllAt("fra", "it is their best edge, mad is down, and the load of all others is above the mark");

        rush.heartbeats().says("mad");
        rush.heartbeats().pass(4);
        rush.ask().assertAllAt(away, "mad", "fra has given them away, and mad is up again and alone has room");
        rush.heartbeats().says("mad", LOAD, ABOVE);
        rush.heartbeats().pass(2);
        rush.ask().assertAllAt("fra", "it is their best edge, and now the load of mad is above the mark too");
    }

    @Check(
            id = "no-load-said",
            title = "an edge that says no load, or no number, has nothing to do",
            reference = "RFC 9110 §5.5")
    void noLoadSaid(Instance<RouterSettings> router, Fixtures fixtures) {
        Rush rush = rush(router, fixtures, 40);
        rush.assertAllThere();
        rush.spill(A_THIRD);
        rush.heartbeats().says("fra");
        rush.assertAllComeBack("it is their best edge, and has said no Edge-Load");
        for (String nonsense : List.of("lots", "NaN")) {
            rush.spill(A_THIRD);
            rush.heartbeats().says("fra", LOAD, nonsense);
            rush.assertAllComeBack("it is their best edge, and has said Edge-Load: " + nonsense
                    + ", which is no number and so counts as 0,");
        }
    }

    @Check(
            id = "kept-by-the-margins",
            title = "networks that stay at an edge though another is better are given away as the others are",
            reference = "the lesson: steps 3.5 and 3.8")
    void keptByTheMargins(Instance<RouterSettings> router, Fixtures fixtures) {
        router.settings(settings -> settings.withHysteresis(new Hysteresis(5, 0.2, DWELL)));
        Cdn cdn = cdn(router, fixtures);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.edge("lhr", Places.LONDON);
        Audience audience = new Audience(cdn, 40, Places.BRUSSELS);
        Rush rush = new Rush(cdn, audience, "fra");
        rush.assertAllThere();
        audience.measured("lhr", 3);
        rush.ask().assertAllAt("fra", "it is their present edge, and lhr is better by 3 ms only, and just now");

        Set<IpPrefix> away = rush.spill(A_THIRD).awayFrom("fra");

        rush.ask().assertAllAt(away, "lhr", "fra has given them away, and lhr has room");
    }

    @Check(
            id = "given-away-by-both",
            title = "no network is given to an edge that gives this very network away as well",
            reference = FASTROUTE)
    void givenAwayByBoth(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("mad", Places.MADRID);
        Audience audience = new Audience(cdn, 60, Places.LONDON);
        Rush second = new Rush(cdn, audience, "lhr");
        second.assertAllThere();
        Set<IpPrefix> notToLondon = second.spill(HALF).awayFrom("lhr");
        audience.measured("lhr", 20);
        Rush first = new Rush(cdn, audience, "fra");
        first.ask().assertAllAt("fra", "13 ms are expected of it, and 20 were measured of lhr");

        Set<IpPrefix> away = first.spill(HALF).awayFrom("fra");

        Set<IpPrefix> both = new HashSet<>(away);
        both.retainAll(notToLondon);
        Set<IpPrefix> one = new HashSet<>(away);
        one.removeAll(notToLondon);
        Whereabouts now = first.ask();
        now.assertAllAt(
                both,
                "mad",
                "fra gives them away, lhr does so too, though its load is between the marks, and mad is next");
        now.assertAllAt(one, "lhr", "fra gives them away, and lhr does not");
    }

    @Check(id = "failed-probes", title = "what a failed probe says of the load does not count", reference = FASTROUTE)
    void failedProbes(Instance<RouterSettings> router, Fixtures fixtures) {
        router.settings(settings -> settings.withHealth(health -> health.withCounts(100, 2)));
        Cdn cdn = farAndNear(router, fixtures);
        Rush rush = new Rush(cdn, new Audience(cdn, 40, Places.FRANKFURT), "fra");
        rush.assertAllThere();
        Whereabouts before = rush.spill(A_THIRD);
        rush.heartbeats().fails("fra");
        rush.heartbeats().pass(4);
        rush.ask().assertAsIn(before, "the probes of fra fail, and a failed probe does not say that the load is gone");
        rush.heartbeats().fails("fra", LOAD, BELOW);
        rush.heartbeats().pass(4);
        rush.ask()
                .assertAsIn(before, "the probes of fra fail, and the Edge-Load: " + BELOW + " in them does not count");

        rush.heartbeats().says("fra");
        rush.assertAllComeBack("it is their best edge, and has said no Edge-Load");
        rush.heartbeats().fails("fra", LOAD, ABOVE);
        rush.heartbeats().pass(4);
        rush.ask()
                .assertAllAt(
                        "fra",
                        "its probes fail, though it is not down yet, and the Edge-Load: " + ABOVE
                                + " in them does not count");

        Set<IpPrefix> away = rush.spill(A_THIRD).awayFrom("fra");
        rush.heartbeats().says("lhr", LOAD, ABOVE);
        rush.heartbeats().pass(2);
        rush.ask().assertAllAt(away, "mad", "fra has given them away, and the load of lhr is above the mark");
        rush.heartbeats().fails("lhr");
        rush.heartbeats().pass(4);
        rush.ask()
                .assertAllAt(
                        away,
                        "mad",
                        "fra has given them away, and the probes of lhr fail now, which leaves its load as it was: above the"
                                + " mark");
    }

    @Check(
            id = "before-staying-put",
            title = "a network that is given away leaves at once, whatever it takes to leave an edge for a better one",
            reference = FASTROUTE)
    void beforeStayingPut(Instance<RouterSettings> router, Fixtures fixtures) {
        router.settings(settings -> settings.withHysteresis(new Hysteresis(5, 0.2, Duration.ofHours(5))));
        Rush rush = rush(router, fixtures, 40);
        rush.assertAllThere();

        Whereabouts after = rush.spill(A_THIRD);

        rush.ask().assertAsIn(after, "fra has given some away and kept the others, and nothing has changed since");
    }

    @Check(
            id = "back-by-the-rules",
            title =
                    "a network that was given away comes back as on every move: by both margins, and after the dwell time",
            reference = "the lesson: steps 3.5 and 3.8")
    void backByTheRules(Instance<RouterSettings> router, Fixtures fixtures) {
        router.settings(settings -> settings.withHysteresis(new Hysteresis(5, 0.2, DWELL)));
        Cdn cdn = cdn(router, fixtures);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.edge("lhr", Places.LONDON);
        Audience nearby = new Audience(cdn, 40, Places.FRANKFURT);
        Audience between = new Audience(cdn, 20, Places.BRUSSELS);
        Audience newcomers = new Audience(cdn, 20, Places.FRANKFURT);
        Rush rush = new Rush(cdn, nearby, "fra");
        rush.assertAllThere();
        Set<IpPrefix> away = rush.spill(HALF).awayFrom("fra");
        Set<IpPrefix> others = between.ask().awayFrom("fra");

        rush.rest();
        newcomers
                .ask()
                .assertAllAt("fra", "it is the best edge, has room for all again, and they ask for the first time");
        rush.ask()
                .assertAllAt(
                        away, "lhr", "it is their present edge, and this is the first request that finds room at fra");
        between.ask()
                .assertAllAt(
                        others, "lhr", "it is their present edge, and fra, which has room, is better by 2 ms only");
        cdn.advance(DWELL);
        rush.ask()
                .assertAllAt(
                        away, "fra", "it has had room again, and has been better by 13 ms, for the dwell time of 10 h");
        between.ask()
                .assertAllAt(
                        others, "lhr", "it is their present edge, and fra, which has room, is better by 2 ms only");
    }

    private static Rush rush(Instance<RouterSettings> router, Fixtures fixtures, int networks) {
        Cdn cdn = cdn(router, fixtures);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.edge("lhr", Places.LONDON);
        return new Rush(cdn, new Audience(cdn, networks, Places.FRANKFURT), "fra");
    }

    /** The farthest edge is the first in the settings. */
    private static Cdn farAndNear(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures);
        cdn.edge("sin", Places.SINGAPORE);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("mad", Places.MADRID);
        return cdn;
    }

    private static Cdn cdn(Instance<RouterSettings> router, Fixtures fixtures) {
        // What was measured is not forgotten, however many probes are needed.
        router.settings(settings -> settings.withLatency(latency -> latency.withHalfLife(Duration.ofDays(1)))
                .withLoad(new LoadPolicy(Rush.SPILL_ABOVE, Rush.RETURN_BELOW)));
        return new Cdn(router, fixtures).withPatientProbes();
    }
}

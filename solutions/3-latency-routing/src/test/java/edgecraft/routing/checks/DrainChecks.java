package edgecraft.routing.checks;

import static edgecraft.routing.checks.ProbeAssertions.askedAfter;
import static edgecraft.routing.checks.ProbeAssertions.assertUp;

import edgecraft.kit.Hysteresis;
import edgecraft.kit.IpAddress;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

@Step("3.9")
class DrainChecks {

    private static final String REFERENCE = "HAProxy management guide: set server state drain";
    private static final String[] DRAINING = {"Edge-State", "draining"};
    private static final IpAddress OUTSIDER = IpAddress.parse("203.0.113.7");
    private static final String BEST = "it is the nearest edge, and nothing speaks against it";
    private static final String NEW = "it is new, and fra drains, so it goes to the best of the others";
    private static final String STAYS = "it was there before fra began to drain, and may stay";

    @Check(
            id = "drains",
            title = "a draining edge gets no new networks, and those who are there stay",
            reference = REFERENCE)
    void drains(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures);
        Heartbeats heartbeats = new Heartbeats(cdn);
        Network old = cdn.network(Places.FRANKFURT);
        Deque<Network> early = new ArrayDeque<>();
        while (early.size() < 3) {
            early.add(cdn.network(Places.FRANKFURT));
        }
        Network late = cdn.network(Places.FRANKFURT);
        Network later = cdn.network(Places.FRANKFURT);
        cdn.assertSent(old, "fra", BEST);
        cdn.assertSent(OUTSIDER, "fra", "it is in no network, and fra is the first in the settings");
        for (String word : List.of("ready", "drained", "not-draining")) {
            heartbeats.says("fra", "Edge-State", word);
            heartbeats.pass(2);
            cdn.assertSent(early.remove(), "fra", "Edge-State: " + word + " does not say that fra drains, and " + BEST);
        }

        heartbeats.says("fra", DRAINING);
        heartbeats.pass(2);

        cdn.assertSent(old, "fra", STAYS);
        cdn.assertDecided(late, "lhr", NEW);
        cdn.assertSent(late, "lhr", NEW);
        cdn.assertSent(old, "fra", STAYS);
        cdn.assertSent(later, "lhr", NEW);
        cdn.assertDecided(old, "fra", STAYS);
        cdn.assertSent(late, "lhr", "it has been there, and fra still drains");
        cdn.assertSent(
                OUTSIDER, "lhr", "who is in no network is always new, fra drains, and lhr is the next in the settings");
    }

    @Check(
            id = "stays-by-the-rules",
            title =
                    "a network leaves a draining edge as it would leave any other: when that is worth it for long enough",
            reference = REFERENCE)
    void staysByTheRules(Instance<RouterSettings> router, Fixtures fixtures) {
        router.settings(settings -> settings.withHysteresis(new Hysteresis(5, 0.1, Duration.ofSeconds(60))));
        Cdn cdn = cdn(router, fixtures);
        Heartbeats heartbeats = new Heartbeats(cdn);
        Network better = cdn.network(Places.FRANKFURT);
        Network same = cdn.network(Places.FRANKFURT);
        Network late = cdn.network(Places.FRANKFURT);
        cdn.assertSent(better, "fra", BEST);
        cdn.assertSent(same, "fra", BEST);
        heartbeats.says("fra", DRAINING);
        heartbeats.pass(2);
        cdn.assertSent(late, "lhr", NEW);

        cdn.measured(better, "fra", 60);
        cdn.measured(better, "lhr", 30);
        cdn.measured(same, "fra", 60);
        cdn.measured(same, "lhr", 57);
        cdn.assertSent(better, "fra", "lhr is better by enough, but not yet for 60 s");
        cdn.assertSent(same, "fra", "lhr is better by 3 ms only, and leaving takes 5");
        cdn.advance(Duration.ofSeconds(65));
        cdn.assertSent(better, "lhr", "lhr has been better by enough for 65 s");
        cdn.assertSent(same, "fra", "lhr is better by 3 ms only, and leaving takes 5");
    }

    @Check(
            id = "undrain",
            title = "who has left a draining edge comes back when the draining is over, and not before",
            reference = REFERENCE)
    void undrain(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures);
        Heartbeats heartbeats = new Heartbeats(cdn);
        Network old = cdn.network(Places.FRANKFURT);
        Network late = cdn.network(Places.FRANKFURT);
        cdn.assertSent(old, "fra", BEST);
        heartbeats.says("fra", DRAINING);
        heartbeats.pass(2);
        cdn.assertSent(late, "lhr", NEW);
        cdn.measured(old, "fra", 60);
        cdn.measured(old, "lhr", 30);
        cdn.assertSent(old, "lhr", "60 ms were measured of fra and 30 of lhr, and nothing keeps it");

        cdn.advance(Duration.ofMinutes(11));
        cdn.assertSent(
                old,
                "lhr",
                "the measurements are forgotten and fra is its best edge again, but it has left, and fra drains");
        heartbeats.says("fra");
        heartbeats.pass(2);
        cdn.assertSent(old, "fra", "fra drains no more, and is its best edge");
        cdn.assertSent(late, "fra", "fra drains no more, and is its best edge");
        cdn.assertSent(OUTSIDER, "fra", "fra drains no more, and is the first in the settings");
    }

    @Check(id = "drained-is-not-down", title = "a draining edge is up", reference = REFERENCE)
    void drainedIsNotDown(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures);
        Heartbeats heartbeats = new Heartbeats(cdn);
        Network old = cdn.network(Places.LONDON);
        Network late = cdn.network(Places.LONDON);
        Network later = cdn.network(Places.LONDON);
        Network nowhere = cdn.network(null);
        cdn.assertSent(old, "lhr", BEST);
        heartbeats.says("fra", DRAINING);
        heartbeats.fails("sin");
        heartbeats.pass(4);
        assertUp(cdn, old, "fra", true, "it answers its probes, and drains");
        assertUp(cdn, old, "sin", false, "its probes fail");
        cdn.assertSent(late, "lhr", BEST);
        Set<String> asked = askedAfter(cdn, nowhere);
        if (!asked.contains("fra")) {
            throw new AssertionError(
                    "expected Measure to name fra in some of 60 answers, because it drains, but is up, and"
                            + " nobody knows where the viewer is, so any edge could be better than lhr, but it named "
                            + asked);
        }

        heartbeats.fails("lhr");
        heartbeats.pass(4);
        assertUp(cdn, old, "lhr", false, "its probes fail");
        cdn.assertSent(old, "fra", "fra drains, but lhr and sin are down, and fra is up");
        cdn.assertSent(later, "fra", "fra drains, but lhr and sin are down, and fra is up");
    }

    @Check(
            id = "last-one-draining",
            title = "if every edge that is up is draining, it is as if none were",
            reference = REFERENCE)
    void lastOneDraining(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures);
        Heartbeats heartbeats = new Heartbeats(cdn);
        Network late = cdn.network(Places.FRANKFURT);
        Network later = cdn.network(Places.FRANKFURT);
        Network londoner = cdn.network(Places.LONDON);
        cdn.assertSent(cdn.network(Places.FRANKFURT), "fra", BEST);
        heartbeats.says("fra", DRAINING);
        heartbeats.pass(2);
        cdn.assertSent(late, "lhr", NEW);

        heartbeats.says("lhr", DRAINING);
        heartbeats.fails("sin");
        heartbeats.pass(4);
        cdn.assertSent(later, "fra", "fra and lhr drain, sin is down, so it goes to the best edge as if none drained");
        cdn.assertSent(
                londoner, "lhr", "fra and lhr drain, sin is down, so it goes to the best edge as if none drained");
    }

    @Check(
            id = "drain-and-down",
            title = "a draining edge that goes down is left at once, and still drains when it is up again",
            reference = REFERENCE)
    void drainAndDown(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures);
        Heartbeats heartbeats = new Heartbeats(cdn);
        Network old = cdn.network(Places.FRANKFURT);
        Network late = cdn.network(Places.FRANKFURT);
        cdn.assertSent(old, "fra", BEST);
        heartbeats.says("fra", DRAINING);
        heartbeats.pass(2);
        cdn.assertSent(old, "fra", STAYS);

        heartbeats.fails("fra");
        heartbeats.pass(4);
        cdn.assertSent(old, "lhr", "fra is down");
        heartbeats.says("fra", DRAINING);
        heartbeats.pass(3);
        cdn.assertSent(old, "lhr", "it has left, and fra is up again but drains");
        cdn.assertSent(late, "lhr", NEW);
        heartbeats.says("fra");
        heartbeats.pass(2);
        cdn.assertSent(old, "fra", "fra is up and drains no more");
    }

    @Check(
            id = "only-good-probes",
            title = "only a probe that has succeeded begins or ends the draining",
            reference = REFERENCE)
    void onlyGoodProbes(Instance<RouterSettings> router, Fixtures fixtures) {
        router.settings(settings -> settings.withHealth(health -> health.withCounts(100, 2)));
        Cdn cdn = cdn(router, fixtures);
        Heartbeats heartbeats = new Heartbeats(cdn);
        Network first = cdn.network(Places.FRANKFURT);
        Network second = cdn.network(Places.FRANKFURT);
        Network third = cdn.network(Places.FRANKFURT);
        Network fourth = cdn.network(Places.FRANKFURT);
        cdn.assertSent(first, "fra", BEST);
        heartbeats.fails("fra", DRAINING);
        heartbeats.pass(4);
        cdn.assertSent(second, "fra", "the probes that said that fra drains have failed, and it is not down yet");

        heartbeats.says("fra", DRAINING);
        heartbeats.pass(2);
        cdn.assertSent(third, "lhr", NEW);
        heartbeats.fails("fra");
        heartbeats.pass(4);
        cdn.assertSent(fourth, "lhr", "the probes of fra fail now, and so do not say that the draining is over");
        cdn.assertSent(first, "fra", STAYS);
    }

    private static Cdn cdn(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withPatientProbes();
        cdn.edge("fra", Places.FRANKFURT);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("sin", Places.SINGAPORE);
        return cdn;
    }
}

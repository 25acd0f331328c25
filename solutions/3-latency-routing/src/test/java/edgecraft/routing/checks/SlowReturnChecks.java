package edgecraft.routing.checks;

import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;

@Step("3.9")
class SlowReturnChecks {

    private static final String REFERENCE = "Envoy documentation: slow start mode";
    private static final Duration ALL = Duration.ofHours(4);
    private static final Duration A_QUARTER = ALL.dividedBy(4);
    private static final String JUST_UP = "it has only just come up, and gets them back over 4 hours";

    @Check(
            id = "slow-return",
            title = "an edge that was down gets its networks back little by little, and who is back stays",
            reference = REFERENCE)
    void slowReturn(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, ALL);
        Outages outages = new Outages(cdn, "fra", 400);
        outages.assertAllThere();
        outages.begin();
        cdn.advance(A_QUARTER);
        outages.end();

        Whereabouts none = outages.assertBack(0, JUST_UP);
        cdn.advance(A_QUARTER);
        Whereabouts quarter = outages.assertBack(0.25, "it has been up for a quarter of 4 hours");
        outages.ask().assertAsIn(quarter, "no time has passed");
        quarter.assertAllAt(none.at("fra"), "fra", "they were back before");
        cdn.advance(A_QUARTER);
        Whereabouts half = outages.assertBack(0.5, "it has been up for half of 4 hours");
        half.assertAllAt(quarter.at("fra"), "fra", "they were back before");
        outages.assertDecidedAsSent();
        cdn.advance(A_QUARTER.multipliedBy(2));
        outages.ask().assertAllAt("fra", "it has been up for more than 4 hours");
    }

    @Check(
            id = "at-once-when-zero",
            title = "if the return is to take no time, all come back at once",
            reference = REFERENCE)
    void atOnceWhenZero(Instance<RouterSettings> router, Fixtures fixtures) {
        Outages slow = new Outages(cdn(router, fixtures, ALL), "fra", 60);
        slow.assertAllThere();
        slow.begin();
        slow.end();
        slow.assertBack(0, JUST_UP);

        Cdn other = new Cdn(router.another(new RouterScene().settings(fixtures)), fixtures).withPatientProbes();
        other.edge("iad", Places.WASHINGTON);
        other.edge("gru", Places.SAO_PAULO);
        Outages quick = new Outages(other, "iad", 60);
        quick.assertAllThere();
        for (int outages = 0; outages < 3; outages++) {
            quick.begin();
            quick.end();
            quick.ask().assertAllAt("iad", "it is up again, and gets them back over no time at all");
        }
    }

    @Check(
            id = "never-down-never-slow",
            title = "an edge that was never down has all its networks from the beginning",
            reference = REFERENCE)
    void neverDownNeverSlow(Instance<RouterSettings> router, Fixtures fixtures) {
        Outages first = new Outages(cdn(router, fixtures, ALL), "fra", 60);
        first.assertAllThere();
        first.begin();
        first.end();
        first.assertBack(0, JUST_UP);

        Cdn cdn = cdn(router.another(new RouterScene().settings(fixtures)), fixtures, ALL);
        Outages second = new Outages(cdn, "fra", 60);
        second.ask().assertAllAt("fra", "this is another router, which has not seen it down");
        second.heartbeats().pass(2);
        cdn.advance(A_QUARTER);
        second.ask().assertAllAt("fra", "this is another router, which has seen it up for an hour, and never down");
    }

    @Check(id = "second-outage", title = "an edge that goes down again on the way begins anew", reference = REFERENCE)
    void secondOutage(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, ALL);
        Outages outages = new Outages(cdn, "fra", 300);
        outages.assertAllThere();
        outages.begin();
        outages.end();
        cdn.advance(A_QUARTER.multipliedBy(2));
        outages.assertBack(0.5, "it has been up for half of 4 hours");

        outages.begin();
        outages.end();
        outages.assertBack(0, JUST_UP);
        cdn.advance(A_QUARTER);
        outages.assertBack(0.25, "it has been up again for a quarter of 4 hours");
    }

    @Check(
            id = "only-one-returning",
            title = "if no other edge is up, all go to the one that has just come back",
            reference = REFERENCE)
    void onlyOneReturning(Instance<RouterSettings> router, Fixtures fixtures) {
        Outages outages = new Outages(cdn(router, fixtures, ALL), "fra", 60);
        outages.assertAllThere();
        outages.begin();
        outages.end();
        outages.assertBack(0, JUST_UP);

        outages.heartbeats().fails("lhr");
        outages.heartbeats().pass(4);
        outages.ask().assertAllAt("fra", "it has only just come up, but lhr is down");
    }

    @Check(
            id = "none-takes-it",
            title = "if one edge drains and the other has just come back, it is as if both took everybody",
            reference = "the lesson: step 3.9")
    void noneTakesIt(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, ALL);
        Outages outages = new Outages(cdn, "fra", 20);
        Audience londoners = new Audience(cdn, 20, Places.LONDON);
        outages.assertAllThere();
        outages.begin();
        outages.heartbeats().says("lhr", "Edge-State", "draining");
        outages.end();

        Whereabouts now = londoners.ask();
        // Of very few, fra is open by then.
        if (now.at("lhr").size() < londoners.size() / 2) {
            throw new AssertionError(
                    "expected the networks of London to be sent to lhr, because they are new and lhr drains,"
                            + " and fra has only just come up and has next to none of its networks: so it is as if both took all, and"
                            + " lhr is the best; but there are " + now);
        }
    }

    private static Cdn cdn(Instance<RouterSettings> router, Fixtures fixtures, Duration slowReturn) {
        router.settings(settings -> settings.withSlowReturn(slowReturn));
        Cdn cdn = new Cdn(router, fixtures).withPatientProbes();
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("fra", Places.FRANKFURT);
        return cdn;
    }
}

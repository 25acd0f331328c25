package edgecraft.routing.checks;

import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;

@Step("3.7")
class WholeWorldChecks {

    private static final String ODIN = "Calder and others: Odin (NSDI 2018)";

    @Check(
            id = "better-than-nearest",
            title =
                    "in half an hour of the world, viewers gain half of what an oracle could, and none is sent to an edge that is gone",
            reference = ODIN)
    void betterThanNearest(Instance<RouterSettings> router, Fixtures fixtures) {
        WorldHour hour = new WorldHour(router, fixtures);

        hour.pass(Duration.ofMinutes(30));

        hour.assertScore(0.5);
        hour.assertGoneEdgesLeft();
    }

    @Check(
            id = "close-to-the-oracle",
            title = "in an hour of the world, viewers gain nearly all of what an oracle could",
            reference = ODIN)
    void closeToTheOracle(Instance<RouterSettings> router, Fixtures fixtures) {
        WorldHour hour = new WorldHour(router, fixtures);

        hour.pass(Duration.ofHours(1));

        hour.assertScore(0.8);
    }
}

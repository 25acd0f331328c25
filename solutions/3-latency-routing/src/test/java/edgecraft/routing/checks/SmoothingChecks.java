package edgecraft.routing.checks;

import static edgecraft.routing.checks.Rivals.series;

import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.routing.checks.Rivals.Series;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@Step("3.3")
class SmoothingChecks {

    private static final String EXPONENTIAL = "Wikipedia: exponential smoothing; exponential decay";

    @Check(
            id = "one-outlier",
            title = "one figure in twenty that is a hundred times off moves nobody, wherever it stands",
            reference = "Wikipedia: robust statistics; weighted median; winsorizing")
    void oneOutlier(Instance<RouterSettings> router, Fixtures fixtures) {
        Rivals rivals = new Rivals(router, fixtures);
        List<Integer> positions = List.of(0, 1, 10, 18, 19);
        List<Network> batches = rivals.networks(2 * positions.size());
        List<Network> trickles = rivals.networks(2 * positions.size());

        rivals.inOneBatch(withOutliers(rivals, positions, batches));
        assertStay(rivals, positions, batches);
        rivals.oneByOne(rivals.halfLives(0.03), withOutliers(rivals, positions, trickles));
        assertStay(rivals, positions, trickles);
    }

    /** In the first half of the networks one of the best edge is too high; in the second half one of the other is too low. */
    private static List<Series> withOutliers(Rivals rivals, List<Integer> positions, List<Network> networks) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            int position = positions.get(i % positions.size());
            double[] best = rivals.near(20, 20);
            double[] other = rivals.near(30, 20);
            if (i < positions.size()) {
                best[position] = 2000;
            } else {
                other[position] = 0.3;
            }
            series.add(series(networks.get(i), "lhr", best));
            series.add(series(networks.get(i), "fra", other));
        }
        return series;
    }

    private static void assertStay(Rivals rivals, List<Integer> positions, List<Network> networks) {
        for (int i = 0; i < networks.size(); i++) {
            String outlier = "number " + (positions.get(i % positions.size()) + 1) + " of the twenty figures of "
                    + (i < positions.size() ? "lhr, 2,000 ms," : "fra, 0.3 ms,") + " is an outlier";
            rivals.cdn().assertSent(networks.get(i), "lhr", "lhr takes 20 ms and fra takes 30 ms, and " + outlier);
        }
    }

    @Check(
            id = "whole-batch-counts",
            title = "of what comes at the same instant all figures count, not the first or the last alone",
            reference = EXPONENTIAL)
    void wholeBatchCounts(Instance<RouterSettings> router, Fixtures fixtures) {
        Rivals rivals = new Rivals(router, fixtures);
        List<Network> together = rivals.networks(2);
        List<Network> apart = rivals.networks(2);

        rivals.inOneBatch(betweenTwo(rivals, together));
        assertMostDecide(rivals, together);
        rivals.oneByOne(Duration.ZERO, betweenTwo(rivals, apart));
        assertMostDecide(rivals, apart);
    }

    /** The first figure and the last are unlike all between them. */
    private static List<Series> betweenTwo(Rivals rivals, List<Network> networks) {
        double[] mostlyFast = rivals.near(20, 20);
        double[] mostlySlow = rivals.near(100, 20);
        for (int end : List.of(0, 19)) {
            mostlyFast[end] = 100;
            mostlySlow[end] = 20;
        }
        return List.of(
                series(networks.get(0), "lhr", mostlyFast),
                series(networks.get(0), "fra", rivals.near(40, 20)),
                series(networks.get(1), "lhr", mostlySlow),
                series(networks.get(1), "fra", rivals.near(40, 20)));
    }

    private static void assertMostDecide(Rivals rivals, List<Network> networks) {
        String all = ", but for the first and the last, and all figures of fra about 40 ms";
        rivals.cdn().assertSent(networks.get(0), "lhr", "all figures of lhr are about 20 ms" + all);
        rivals.cdn().assertSent(networks.get(1), "fra", "all figures of lhr are about 100 ms" + all);
    }

    @Check(
            id = "sustained-change",
            title = "a change that stays decides after three half-lives",
            reference = EXPONENTIAL)
    void sustainedChange(Instance<RouterSettings> router, Fixtures fixtures) {
        Rivals rivals = new Rivals(router, fixtures);
        List<Network> networks = rivals.networks(2);
        Network slower = networks.get(0);
        Network faster = networks.get(1);

        rivals.inOneBatch(lhrAndFra(rivals, slower, 20, 30, faster, 100, 60));
        rivals.cdn().assertSent(slower, "lhr", "lhr takes 20 ms and fra takes 30 ms");
        rivals.cdn().assertSent(faster, "fra", "lhr takes 100 ms and fra takes 60 ms");
        rivals.oneByOne(rivals.halfLives(0.15), lhrAndFra(rivals, slower, 100, 30, faster, 20, 60));
        String since = " for three half-lives now, and as many figures say so as said otherwise before";
        rivals.cdn().assertSent(slower, "fra", "lhr takes 100 ms and fra takes 30 ms" + since);
        rivals.cdn().assertSent(faster, "lhr", "lhr takes 20 ms and fra takes 60 ms" + since);
    }

    private static List<Series> lhrAndFra(
            Rivals rivals, Network one, double lhr, double fra, Network other, double otherLhr, double otherFra) {
        return List.of(
                series(one, "lhr", rivals.near(lhr, 20)),
                series(one, "fra", rivals.near(fra, 20)),
                series(other, "lhr", rivals.near(otherLhr, 20)),
                series(other, "fra", rivals.near(otherFra, 20)));
    }

    @Check(
            id = "by-time-not-by-count",
            title = "what is old is a matter of the clock, and not of how many figures came since",
            reference = EXPONENTIAL)
    void byTimeNotByCount(Instance<RouterSettings> router, Fixtures fixtures) {
        Rivals rivals = new Rivals(router, fixtures);
        List<Network> networks = rivals.networks(2);
        Network quiet = networks.get(0);
        Network busy = networks.get(1);

        rivals.inOneBatch(
                List.of(series(quiet, "lhr", rivals.near(20, 40)), series(quiet, "fra", rivals.near(35, 40))));
        rivals.cdn().assertSent(quiet, "lhr", "lhr takes 20 ms and fra takes 35 ms");
        rivals.cdn().advance(rivals.halfLives(8));
        rivals.inOneBatch(List.of(series(quiet, "lhr", rivals.near(60, 3)), series(quiet, "fra", rivals.near(35, 3))));
        rivals.cdn()
                .assertSent(
                        quiet,
                        "fra",
                        "the forty figures of lhr of about 20 ms are eight half-lives old and count for less than one,"
                                + " the three new ones are of about 60 ms, and fra takes 35 ms");

        rivals.inOneBatch(List.of(series(busy, "lhr", rivals.near(20, 20)), series(busy, "fra", rivals.near(50, 20))));
        rivals.cdn().assertSent(busy, "lhr", "lhr takes 20 ms and fra takes 50 ms");
        rivals.cdn().advance(rivals.halfLives(0.03));
        rivals.inOneBatch(List.of(series(busy, "lhr", rivals.near(100, 7))));
        rivals.cdn()
                .assertSent(
                        busy,
                        "lhr",
                        "the twenty figures of lhr of about 20 ms are hardly older and count for nearly as much as"
                                + " the seven new ones of about 100 ms, and fra takes 50 ms");
    }

    @Check(
            id = "one-new-one-is-not-enough",
            title = "one new figure is not worth more than twenty that are a half-life old",
            reference = EXPONENTIAL)
    void oneNewOneIsNotEnough(Instance<RouterSettings> router, Fixtures fixtures) {
        Rivals rivals = new Rivals(router, fixtures);
        List<Network> networks = rivals.networks(2);
        Network slower = networks.get(0);
        Network faster = networks.get(1);
        rivals.inOneBatch(lhrAndFra(rivals, slower, 20, 30, faster, 45, 60));
        rivals.cdn().assertSent(slower, "lhr", "lhr takes 20 ms and fra takes 30 ms");

        rivals.cdn().advance(rivals.halfLives(1));
        rivals.inOneBatch(List.of(series(slower, "lhr", 60), series(faster, "fra", 15)));
        String old = "which are a half-life old, count ten times as much as the new one of ";
        rivals.cdn()
                .assertSent(slower, "lhr", "twenty figures of lhr say 20 ms, " + old + "60 ms, and fra takes 30 ms");
        rivals.cdn()
                .assertSent(faster, "lhr", "twenty figures of fra say 60 ms, " + old + "15 ms, and lhr takes 45 ms");
    }

    @Check(
            id = "forgotten",
            title = "ten half-lives after its last measurement an edge counts by its distance again",
            reference = EXPONENTIAL)
    void forgotten(Instance<RouterSettings> router, Fixtures fixtures) {
        Rivals rivals = new Rivals(router, fixtures);
        List<Network> networks = rivals.networks(2);
        Network once = networks.get(0);
        Network again = networks.get(1);
        Cdn cdn = rivals.cdn();
        Network unknown = cdn.network(null);

        rivals.inOneBatch(List.of(
                series(once, "lhr", rivals.near(300, 20)),
                series(again, "lhr", rivals.near(300, 20)),
                series(unknown, "fra", rivals.near(50, 20))));
        cdn.advance(rivals.halfLives(8));
        for (Network network : networks) {
            cdn.assertSent(network, "fra", "eight half-lives ago lhr took 300 ms, and that is not forgotten");
        }
        cdn.assertSent(unknown, "fra", "eight half-lives ago it was measured, and of lhr nothing is known");
        rivals.inOneBatch(List.of(series(again, "lhr", 300)));

        cdn.advance(rivals.halfLives(3));
        cdn.assertSent(once, "lhr", "eleven half-lives after its last measurement it counts by its distance");
        cdn.assertSent(unknown, "lhr", "eleven half-lives after its last measurement nothing is known of fra either");
        cdn.explained(cdn.viewerIn(once.prefix()))
                .assertExpected("lhr", GreatCircle.expectedMillis(Places.MADRID, Places.LONDON), false);
        cdn.assertSent(again, "fra", "its last measurement of lhr, of 300 ms, is three half-lives old");
    }
}

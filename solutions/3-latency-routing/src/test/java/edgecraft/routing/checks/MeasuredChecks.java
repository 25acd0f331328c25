package edgecraft.routing.checks;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@Step("3.2")
class MeasuredChecks {

    private static final String ODIN = "Calder and others: Odin (NSDI 2018)";
    private static final String BY_DISTANCE = "nobody has measured an edge from there, and London is the nearest";

    @Check(
            id = "measured-wins",
            title = "what viewers have measured beats the map: a far edge that is faster is chosen",
            reference = ODIN)
    void measuredWins(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withoutProbes();
        List.of("lhr", "iad", "sin").forEach(id -> cdn.edge(id, Places.airport(id)));
        Network madrid = cdn.network(Places.MADRID);
        Network frankfurt = cdn.network(Places.FRANKFURT);
        cdn.assertSent(madrid, "lhr", BY_DISTANCE);

        measured(cdn, madrid, 180, 95, 140);
        cdn.assertSent(madrid, "iad", "viewers of its network measured 95 ms of iad, 140 of sin and 180 of lhr");
        measured(cdn, frankfurt, 260, 240, 130);
        cdn.assertSent(frankfurt, "sin", "viewers of its network measured 130 ms of sin, 240 of iad and 260 of lhr");
    }

    private static void measured(Cdn cdn, Network network, double lhr, double iad, double sin) {
        cdn.measured(network, "lhr", lhr);
        cdn.measured(network, "iad", iad);
        cdn.measured(network, "sin", sin);
    }

    @Check(
            id = "only-that-network",
            title = "what one network has measured says nothing about another",
            reference = "Calder and others: Odin (NSDI 2018); RFC 4632 §3.1")
    void onlyThatNetwork(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withoutProbes();
        List.of("syd", "lhr", "iad", "sin").forEach(id -> cdn.edge(id, Places.airport(id)));
        List<Network> neighbours = IntStream.range(0, 6)
                .mapToObj(i -> cdn.network(IpPrefix.parse("10.20." + i + ".0/24"), Places.MADRID))
                .toList();
        Network unknown = cdn.network(IpPrefix.parse("10.20.6.0/24"), null);

        measured(cdn, neighbours.get(1), 250, 150, 300);
        measured(cdn, neighbours.get(4), 250, 300, 150);
        cdn.assertSent(neighbours.get(1), "iad", "in this network iad was measured best");
        cdn.assertSent(neighbours.get(4), "sin", "in this network sin was measured best");
        for (int untouched : List.of(0, 2, 3, 5)) {
            cdn.assertSent(neighbours.get(untouched), "lhr", BY_DISTANCE);
        }
        cdn.assertSent(unknown, "syd", "nothing is known from there, and it is the first edge");
        cdn.assertSent(IpAddress.parse("10.21.1.7"), "syd", "it is in no network, and it is the first edge");
    }

    @Check(
            id = "by-distance-until-measured",
            title = "an edge that nobody has measured counts by its distance, beside those that were measured",
            reference = "Bozkurt and others: Dissecting Latency in the Internet's Fiber Infrastructure (2018)")
    void byDistanceUntilMeasured(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withoutProbes();
        Random chance = Cdn.chance(fixtures);
        List.of("lhr", "iad", "sin", "syd", "gru", "jnb").forEach(id -> cdn.edge(id, Places.airport(id)));
        // The next is so far away that it can be measured to be better than the nearest, without being faster than
        // light.
        List<Around> places = Stream.generate(() -> Around.of(Places.anywhere(chance), cdn.sites()))
                .filter(around -> around.isClose(1.7) && !around.isClose(1.2))
                .limit(3)
                .toList();
        List<List<Network>> networks = places.stream()
                .map(around -> Stream.generate(() -> cdn.network(around.place()))
                        .limit(4)
                        .toList())
                .toList();

        for (int i = 0; i < places.size(); i++) {
            assertComparedByDistance(cdn, places.get(i), networks.get(i));
        }
    }

    /** Each of the two best is measured to be a little better, or a little worse, than the other is by its distance. */
    private static void assertComparedByDistance(Cdn cdn, Around around, List<Network> networks) {
        String nearest = around.nearest().id();
        String next = around.next().id();
        double byDistance = around.expectedMillis(around.nearest());
        double nextByDistance = around.expectedMillis(around.next());

        assertGoesTo(next, cdn, networks.get(0), next, 0.95 * byDistance, nearest, byDistance);
        assertGoesTo(nearest, cdn, networks.get(1), next, 1.05 * byDistance, nearest, byDistance);
        assertGoesTo(nearest, cdn, networks.get(2), nearest, 0.95 * nextByDistance, next, nextByDistance);
        assertGoesTo(next, cdn, networks.get(3), nearest, 1.05 * nextByDistance, next, nextByDistance);
    }

    private static void assertGoesTo(
            String best, Cdn cdn, Network network, String measured, double millis, String other, double expected) {
        cdn.measured(network, measured, millis);
        cdn.assertSent(
                network,
                best,
                String.format(
                        Locale.ROOT,
                        "%s was measured at %.1f ms, and %s, which nobody has measured, is expected to take %.1f ms"
                                + " by its distance",
                        measured,
                        millis,
                        other,
                        expected));
    }

    @Check(
            id = "measured-beats-unknown",
            title = "where no location is known, an edge that was measured beats all that were not",
            reference = "Cloudflare guide: steering policies")
    void measuredBeatsUnknown(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withoutProbes();
        List.of("syd", "lhr", "iad").forEach(id -> cdn.edge(id, Places.airport(id)));
        Network one = cdn.network(null);
        Network other = cdn.network(null);
        cdn.assertSent(one, "syd", "nothing is known, and it is the first edge");

        cdn.measured(one, "iad", 400);
        cdn.assertSent(one, "iad", "iad was measured at 400 ms, and of the others nothing is known");
        cdn.measured(one, "lhr", 250);
        cdn.assertSent(one, "lhr", "lhr was measured at 250 ms, iad at 400 ms, and of syd nothing is known");
        cdn.measured(other, "lhr", 30_000);
        cdn.assertSent(other, "lhr", "lhr was measured at 30,000 ms, and of the others nothing is known");
    }

    @Check(
            id = "says-what-was-measured",
            title = "the decision tells measured figures from computed ones",
            reference = "the lesson: step 3.2")
    void saysWhatWasMeasured(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withoutProbes();
        List.of("syd", "lhr", "iad").forEach(id -> cdn.edge(id, Places.airport(id)));
        Network madrid = cdn.network(Places.MADRID);
        Network unknown = cdn.network(null);
        double millis = 130 + 20 * Cdn.chance(fixtures).nextDouble();
        for (Network network : List.of(madrid, unknown)) {
            cdn.assertSent(network, network.equals(madrid) ? "lhr" : "syd", "nobody has measured anything");
            cdn.measured(network, "lhr", millis, millis, millis);
        }

        Explained near = cdn.explained(cdn.viewerIn(madrid.prefix()));
        near.assertExpected("lhr", millis, true);
        near.assertDistance("lhr", GreatCircle.kilometres(Places.MADRID, Places.LONDON));
        near.assertExpected("iad", GreatCircle.expectedMillis(Places.MADRID, Places.WASHINGTON), false);
        Explained somewhere = cdn.explained(cdn.viewerIn(unknown.prefix()));
        somewhere.assertExpected("lhr", millis, true);
        somewhere.assertUnknown("syd");
        near.assertEdge("iad", "it is expected to take 121 ms, and lhr was measured to be slower");
        somewhere.assertEdge("lhr", "nothing is known of the others");
    }

    @Check(
            id = "two-routers",
            title = "what one router is told, another does not know",
            reference = "the lesson: no mutable static state")
    void twoRouters(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn told = new Cdn(router, fixtures).withoutProbes();
        Cdn other = new Cdn(router.another(new RouterScene().settings(fixtures)), fixtures).withoutProbes();
        Network madrid = new Network(IpPrefix.parse("10.20.30.0/24"), Places.MADRID);
        for (Cdn cdn : List.of(told, other)) {
            List.of("lhr", "iad").forEach(id -> cdn.edge(id, Places.airport(id)));
            cdn.network(madrid.prefix(), Places.MADRID);
            cdn.assertSent(madrid, "lhr", BY_DISTANCE);
        }

        told.measured(madrid, "lhr", 180);
        told.measured(madrid, "iad", 95);
        told.assertSent(madrid, "iad", "viewers told this router that iad takes 95 ms and lhr 180 ms");
        other.assertSent(madrid, "lhr", "nobody told this router anything, and London is nearest");
    }
}

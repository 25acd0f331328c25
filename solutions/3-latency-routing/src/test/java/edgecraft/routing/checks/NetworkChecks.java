package edgecraft.routing.checks;

import edgecraft.kit.Hysteresis;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

@Step("3.6")
class NetworkChecks {

    /** Enough of the same figures that a few others don't move what is said of them. */
    private static final int MANY = 24;

    private static final int HALF = 2_000;

    @Check(
            id = "longest-prefix",
            title = "of the networks that a viewer is in, the one with the longest prefix counts",
            reference = "RFC 4632 §5.1; Apache Traffic Control documentation: coverage zone file")
    void longestPrefix(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        Random chance = Cdn.chance(fixtures);
        IpAddress somewhere = address(chance, 32);
        IpAddress first = IpPrefix.around(address(chance, 32), 10).first();

        new NestedNetworks(cdn, chance)
                .around(somewhere, 0, 5, 9, 16, 21, 23, 26, 31, 32)
                .around(first, 10, 15, 24)
                .shuffled()
                .assertEachInItsLongest();

        String network = String.valueOf(cdn.explained(somewhere).network());
        if (!network.equals(somewhere + "/32")) {
            throw new AssertionError("expected the decision to name the network " + somewhere
                    + "/32, the one with the longest prefix, but it names " + network);
        }
    }

    @Check(
            id = "ipv6",
            title = "IPv6 networks lie in one another too, and no IPv6 viewer is in an IPv4 network",
            reference = "RFC 4291 §2.3; RFC 4632 §5.1")
    void ipv6(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        Random chance = Cdn.chance(fixtures);
        IpAddress somewhere = cdn.viewerIn(IpPrefix.parse("2001:db8::/32"));
        IpAddress first = IpPrefix.around(cdn.viewerIn(IpPrefix.parse("2001:db8::/32")), 48)
                .first();

        NestedNetworks nested = new NestedNetworks(cdn, chance)
                .around(somewhere, 32, 48, 56, 61, 64, 127, 128)
                .around(first, 48, 56, 64)
                .around(address(chance, 32), 0)
                .shuffled();
        nested.assertEachInItsLongest();

        cdn.assertSent(
                IpAddress.parse("2001:4860::1"),
                NestedNetworks.NOBODYS,
                "it is in no network, as 0.0.0.0/0 is one of IPv4; so nothing is known of any edge, and this is the first");
    }

    @Check(
            id = "mapped",
            title = "an IPv4 viewer in the clothes of IPv6 is the IPv4 viewer",
            reference = "RFC 4291 §2.5.5.2")
    void mapped(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.edge("syd", Places.SYDNEY);
        cdn.edge("gru", Places.SAO_PAULO);
        cdn.network(IpPrefix.parse("::/0"), Places.SAO_PAULO);
        Network sydney = cdn.network(Places.SYDNEY);
        IpAddress viewer = cdn.viewerIn(sydney.prefix());

        cdn.assertSent(viewer, "syd", "it is in " + sydney.prefix() + ", which is in Sydney");
        cdn.assertSent(IpAddress.parse("2001:db8::7"), "gru", "it is in ::/0, which is in Sao Paulo");
        long bits = viewer.number().longValueExact();
        for (String spelling : List.of(
                "::ffff:" + viewer, "::FFFF:" + viewer, String.format("::ffff:%x:%x", bits >> 16, bits & 0xffff))) {
            String sent = cdn.edgeIn(cdn.viewer().get("/" + fixtures.randoms().name(), "X-Forwarded-For", spelling));
            if (!sent.equals("syd")) {
                throw new AssertionError("expected the viewer " + spelling + " to be sent to syd, because it is "
                        + viewer + ", which is in " + sydney.prefix() + " in Sydney, but it was sent to " + sent);
            }
        }
        cdn.assertSent(
                IpAddress.parse("203.0.113.7"),
                "fra",
                "it is in no network, as ::/0 is one of IPv6; so nothing is known about any edge, and fra is the first");
    }

    @Check(
            id = "location-of-the-wider",
            title = "a network that nobody knows the place of is where the next wider one is",
            reference = "Apache Traffic Control documentation: coverage zone file; RFC 4632 §5.1")
    void locationOfTheWider(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.edge("syd", Places.SYDNEY);
        cdn.edge("gru", Places.SAO_PAULO);
        cdn.edge("jnb", Places.JOHANNESBURG);
        IpAddress somewhere = cdn.viewerIn(IpPrefix.parse("10.0.0.0/8"));
        Network street = cdn.network(IpPrefix.around(somewhere, 26), null);
        Network town = cdn.network(IpPrefix.around(somewhere, 22), null);
        Network land = cdn.network(IpPrefix.around(somewhere, 16), Places.JOHANNESBURG);
        cdn.network(IpPrefix.around(somewhere, 8), Places.SYDNEY);
        Network known = cdn.network(IpPrefix.parse("203.0.113.64/28"), Places.SAO_PAULO);
        Network around = cdn.network(IpPrefix.parse("203.0.113.0/24"), null);
        cdn.network(IpPrefix.parse("203.0.0.0/16"), Places.SYDNEY);
        Network unknown = cdn.network(IpPrefix.parse("198.51.100.0/24"), null);

        cdn.assertSent(known, "gru", "it is in Sao Paulo itself, wherever the networks around it are");
        String why =
                land.prefix() + " is the longest prefix around it of which a place is known, and is in Johannesburg";
        cdn.assertSent(town, "jnb", why);
        cdn.assertSent(street, "jnb", why);
        cdn.assertSent(
                IpAddress.parse("203.0.113.7"),
                "syd",
                around.prefix() + " has no place, and 203.0.0.0/16 around it is in Sydney");
        cdn.assertSent(unknown, "fra", "nobody knows where it is, and fra is the first edge");
    }

    @Check(
            id = "sparse-falls-back",
            title = "a network with too few measurements of an edge takes those of the wider one",
            reference = "Cassandra Java driver manual: latency-aware load balancing, minimum of measurements")
    void sparseFallsBack(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        router.settings(settings -> settings.withLatency(latency -> latency.withMinSamples(3)));
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("fra", Places.FRANKFURT);
        Network wide = cdn.network(IpPrefix.parse("10.7.0.0/16"), Places.MADRID);
        Network street = cdn.network(IpPrefix.parse("10.7.3.0/24"), Places.MADRID);
        Network next = cdn.network(IpPrefix.parse("10.7.4.0/24"), Places.MADRID);
        cdn.assertSent(street, "lhr", "nobody has measured anything, and London is nearer to Madrid than Frankfurt");

        cdn.measured(wide, "lhr", same(60, MANY));
        cdn.measured(wide, "fra", same(50, MANY));
        cdn.assertSent(
                street, "fra", "it has no measurements, and those of 10.7.0.0/16 say 60 ms for lhr and 50 for fra");

        cdn.measured(street, "lhr", same(40, 2));
        cdn.measured(street, "fra", 55);
        cdn.assertSent(
                street,
                "fra",
                "it has 2 measurements of lhr and 1 of fra, and needs 3 of an edge before they count more than the wider ones");

        // By distance, fra would take 30 ms: each edge needs a walk of its own through the networks.
        cdn.measured(street, "lhr", 40);
        cdn.assertSent(
                street, "lhr", "its own 3 measurements of lhr say 40 ms, and those of fra around it 50, edge by edge");
        cdn.assertSent(next, "fra", "it has no measurements of its own, and most around it say 60 ms for lhr");

        cdn.advance(Duration.ofMinutes(11));
        cdn.measured(wide, "lhr", same(60, MANY));
        cdn.measured(wide, "fra", same(50, MANY));
        cdn.assertSent(
                street, "fra", "its own measurements are forgotten after ten half-lives, and the wider ones are new");
        cdn.measured(street, "lhr", 40);
        cdn.assertSent(street, "fra", "it has 1 measurement of lhr that is not forgotten, and needs 3");
        assertJustEnough(new Cdn(router.another(new RouterScene().settings(fixtures)), fixtures).withoutProbes());
    }

    /** In another router, which needs as many as any does. */
    private static void assertJustEnough(Cdn cdn) {
        cdn.needing(MANY);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.network(IpPrefix.parse("10.7.0.0/16"), Places.MADRID);
        Network street = cdn.network(IpPrefix.parse("10.7.3.0/24"), Places.MADRID);

        cdn.measured(street, "lhr", same(90, MANY - 1));
        cdn.assertSent(
                street,
                "lhr",
                "23 measurements of lhr say 90 ms, and 24 are needed, also around it: so it is the distance that counts");
        cdn.measured(street, "lhr", 90);
        cdn.assertSent(street, "fra", "24 measurements of lhr say 90 ms, and 24 are needed");
    }

    @Check(
            id = "wider-and-wider",
            title = "where two networks have too few measurements, those of the next wider one count",
            reference = "Apache Traffic Control documentation: coverage zone file; RFC 4632 §5.1")
    void widerAndWider(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withoutProbes();
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("fra", Places.FRANKFURT);
        Network land = cdn.network(IpPrefix.parse("10.0.0.0/8"), Places.MADRID);
        cdn.network(IpPrefix.parse("10.7.0.0/16"), Places.MADRID);
        cdn.network(IpPrefix.parse("10.7.128.0/17"), null);
        Network street = cdn.network(IpPrefix.parse("10.7.200.0/24"), null);
        cdn.assertSent(street, "lhr", "nobody has measured anything, and London is nearer to Madrid than Frankfurt");

        measured(cdn, land, 60, 50);
        cdn.assertSent(
                street,
                "fra",
                "neither it nor 10.7.128.0/17 nor 10.7.0.0/16 has measurements, and those of 10.0.0.0/8 say 60 ms for lhr and"
                        + " 50 for fra");
    }

    @Check(
            id = "forgotten-one-by-one",
            title = "of the measurements of a network, those that are not forgotten are counted, each for itself",
            reference = "the lesson: steps 3.3 and 3.6")
    void forgottenOneByOne(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withoutProbes();
        router.settings(settings -> settings.withLatency(latency -> latency.withMinSamples(3)));
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("fra", Places.FRANKFURT);
        Network wide = cdn.network(IpPrefix.parse("10.7.0.0/16"), Places.MADRID);
        Network street = cdn.network(IpPrefix.parse("10.7.3.0/24"), Places.MADRID);
        cdn.measured(street, "lhr", 20, 20);
        cdn.advance(Duration.ofMinutes(6));
        measured(cdn, wide, 60, 50);
        cdn.assertSent(
                street,
                "fra",
                "it has 2 measurements of lhr and needs 3, and 10.7.0.0/16 says 60 ms for lhr and 50 for fra");

        cdn.measured(street, "lhr", 20);
        cdn.assertSent(
                street, "lhr", "it has 3 measurements of lhr, which say 20 ms, and none is older than six half-lives");
        cdn.advance(Duration.ofMinutes(5));
        measured(cdn, wide, 60, 50);
        cdn.assertSent(
                street,
                "fra",
                "2 of its 3 measurements of lhr are eleven half-lives old and so forgotten, and the wider ones say 60 ms for lhr"
                        + " and 50 for fra");
    }

    @Check(
            id = "each-for-itself",
            title = "networks in a wider one have a present edge, and turns to measure, of their own",
            reference = "the lesson: steps 3.3, 3.5 and 3.6")
    void eachForItself(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withoutProbes();
        List<String> edges = List.of("fra", "lhr", "iad", "jnb", "gru");
        edges.forEach(id -> cdn.edge(id, Places.airport(id)));
        router.settings(settings -> settings.withHysteresis(new Hysteresis(5, 0.1, Duration.ofHours(1))));
        cdn.network(IpPrefix.parse("10.7.0.0/16"), null);
        Network one = cdn.network(IpPrefix.parse("10.7.1.0/24"), null);
        Network other = cdn.network(IpPrefix.parse("10.7.2.0/24"), null);
        Network third = cdn.network(IpPrefix.parse("10.7.3.0/24"), null);
        cdn.assertSent(one, "fra", "nothing is known, and it is the first in the settings");
        cdn.assertSent(other, "fra", "nothing is known, and it is the first in the settings");

        Set<String> named = Asked.inTurns(one, cdn, () -> Asked.by(other, cdn));
        if (named.size() < edges.size() - 1) {
            throw new AssertionError("expected that of " + Asked.TURNS + " requests of " + one.prefix()
                    + " at least one asks after each of lhr, iad, jnb and gru, because its location is not known, but Measure"
                    + " named only " + String.join(", ", named) + ", while " + other.prefix()
                    + ", which is in 10.7.0.0/16 as well, asked as often");
        }
        measured(cdn, third, 20, 40);
        cdn.assertSent(
                third, "lhr", "20 ms were measured of lhr and 40 of fra, and nobody of this network asked before");
    }

    @Check(
            id = "counts-for-wider",
            title = "a measurement counts for its network and all around it, and for no other",
            reference = "Apache Traffic Control documentation: coverage zone file; RFC 4632 §5.1")
    void countsForWider(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.network(IpPrefix.parse("10.7.0.0/16"), Places.MADRID);
        Network town = cdn.network(IpPrefix.parse("10.7.128.0/17"), Places.MADRID);
        Network street = cdn.network(IpPrefix.parse("10.7.200.0/24"), Places.MADRID);
        Network neighbour = cdn.network(IpPrefix.parse("10.7.100.0/24"), Places.MADRID);
        Network another = cdn.network(IpPrefix.parse("10.8.0.0/16"), Places.MADRID);
        Network itsFirst = cdn.network(IpPrefix.parse("10.8.0.0/24"), Places.MADRID);
        IpAddress inProvider = IpAddress.parse("10.7.99.9");
        IpAddress inTown = IpAddress.parse("10.7.129.9");
        cdn.assertSent(
                inProvider, "lhr", "nobody has measured anything, and London is nearer to Madrid than Frankfurt");

        measured(cdn, street, 40, 20);
        cdn.assertSent(street, "fra", "its own measurements say 40 ms for lhr and 20 for fra");
        cdn.assertSent(inTown, "fra", "what 10.7.200.0/24 measures counts for 10.7.128.0/17 around it too");
        cdn.assertSent(inProvider, "fra", "what 10.7.200.0/24 measures counts for 10.7.0.0/16 around it too");
        measured(cdn, itsFirst, 40, 20);
        measured(cdn, neighbour, 20, 40);
        cdn.assertSent(street, "fra", "what its neighbour 10.7.100.0/24 measures does not count for it");
        cdn.assertSent(inTown, "fra", "10.7.100.0/24 is not in 10.7.128.0/17, and does not count for it");

        // Long enough for the new figures to decide where they count, and not so long that the old ones are forgotten.
        cdn.advance(Duration.ofMinutes(5));
        measured(cdn, town, 20, 60);
        measured(cdn, another, 20, 60);
        cdn.assertSent(inTown, "lhr", "its own new measurements say 20 ms for lhr and 60 for fra");
        cdn.assertSent(street, "fra", "what the wider 10.7.128.0/17 measures does not count for it");
        cdn.assertSent(
                itsFirst,
                "fra",
                "what the wider 10.8.0.0/16 measures does not count for it, though the first address of both is the same");
    }

    /** So many times the same that there is no doubt, whatever was measured from there before. */
    private static void measured(Cdn cdn, Network network, double lhr, double fra) {
        cdn.measured(network, "lhr", same(lhr, MANY));
        cdn.measured(network, "fra", same(fra, MANY));
    }

    @Check(
            id = "many-networks",
            title = "with 4,000 networks, each viewer is in the right one",
            reference = "RFC 4632 §5.1; Apache Traffic Control documentation: coverage zone file")
    void manyNetworks(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        Random chance = Cdn.chance(fixtures);
        NestedNetworks nested = new NestedNetworks(cdn, chance);
        for (int i = 0; i < HALF; i++) {
            nested.around(address(chance, 32), 8 + chance.nextInt(23));
            nested.around(cdn.viewerIn(IpPrefix.parse("2000::/3")), 16 + chance.nextInt(49));
        }
        nested.shuffled();
        List<Network> some = cdn.networks().subList(0, 150);
        some.forEach(network -> nested.assertInItsLongest(cdn.viewerIn(network.prefix())));
    }

    private static IpAddress address(Random chance, int bits) {
        return IpAddress.of(new BigInteger(bits, chance), bits);
    }

    private static double[] same(double millis, int count) {
        double[] figures = new double[count];
        Arrays.fill(figures, millis);
        return figures;
    }
}

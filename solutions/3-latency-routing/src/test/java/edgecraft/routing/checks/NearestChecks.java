package edgecraft.routing.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.Location;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

@Step("3.1")
class NearestChecks {

    private static final double HALF_THE_WAY_ROUND = 20_015.1;

    private static final int TREACHEROUS = 30;

    @Check(
            id = "sends-on",
            title = "a viewer is sent to the nearest edge, for the page it asked for",
            reference = "RFC 9110 §15.4.8; Route 53 guide: geoproximity")
    void sendsOn(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("syd", Places.SYDNEY);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("iad", Places.WASHINGTON);
        Network madrid = cdn.network(Places.MADRID);
        String page = "/" + fixtures.randoms().name();

        assertThat(cdn.viewer()
                        .get(
                                page,
                                "X-Forwarded-For",
                                cdn.viewerIn(madrid.prefix()).toString()))
                .because("London is the edge nearest to Madrid")
                .hasStatus(307)
                .hasField("Location", cdn.site("lhr").address() + page);
    }

    @Check(
            id = "nearest",
            title = "wherever on the globe a viewer is, it is sent to the edge nearest by",
            reference = "Wikipedia: great-circle distance")
    void nearest(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        Random chance = Cdn.chance(fixtures);
        List<String> ids = new ArrayList<>(Places.AIRPORTS.keySet());
        Collections.shuffle(ids, chance);
        ids.subList(0, 10 + chance.nextInt(6)).forEach(id -> cdn.edge(id, Places.airport(id)));

        List<Location> places = new ArrayList<>(some(20, cdn, () -> Places.anywhere(chance), around -> true));
        places.addAll(some(40, cdn, () -> Places.anywhere(chance), around -> around.isClose(1.06)));
        places.addAll(some(20, cdn, () -> Places.anywhere(chance), around -> isPolar(around) && around.isClose(1.2)));
        assertSentToNearest(cdn, places);
    }

    /** Where degrees of longitude are short. */
    private static boolean isPolar(Around around) {
        return Math.abs(around.place().latitude()) > 60;
    }

    @Check(
            id = "across-the-antimeridian",
            title = "the nearest edge may be on the other side of 180°, from the west and from the east",
            reference = "Wikipedia: 180th meridian")
    void acrossTheAntimeridian(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        Random chance = Cdn.chance(fixtures);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("sfo", Places.SAN_FRANCISCO);
        cdn.edge("sin", Places.SINGAPORE);
        cdn.edge("hnl", Places.HONOLULU);
        cdn.edge("nan", Places.NADI);

        List<Location> places = new ArrayList<>(List.of(new Location(30, 180), new Location(30, -180)));
        places.addAll(some(8, cdn, () -> within(0, 60, 150, 180, chance), NearestChecks::isAcross));
        places.addAll(some(8, cdn, () -> within(-60, 0, -180, -150, chance), NearestChecks::isAcross));
        assertSentToNearest(cdn, places);
    }

    private static Location within(double south, double north, double west, double east, Random chance) {
        return new Location(south + (north - south) * chance.nextDouble(), west + (east - west) * chance.nextDouble());
    }

    private static boolean isAcross(Around around) {
        return around.place().longitude() * around.nearest().location().longitude() < 0;
    }

    @Check(
            id = "poles-and-antipodes",
            title = "poles, equal points and opposite ones have distances like all others",
            reference = "Wikipedia: haversine formula; antipodes")
    void polesAndAntipodes(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        List<Location> places = new ArrayList<>(List.of(
                new Location(72, 100),
                new Location(55, -130),
                new Location(-90, 0),
                new Location(-50, 150),
                new Location(0, 180)));
        Random chance = Cdn.chance(fixtures);
        Stream.generate(() -> treacherous(chance)).limit(TREACHEROUS).forEach(places::add);
        places.forEach(place -> cdn.edge("e" + cdn.sites().size(), place));
        Map<EdgeSite, Network> opposite = new LinkedHashMap<>();
        cdn.sites().forEach(site -> opposite.put(site, cdn.network(antipode(site.location()))));
        List<Location> poles = DoubleStream.of(-130, 20, 150, 180)
                .boxed()
                .flatMap(east -> Stream.of(new Location(90, east), new Location(-90, east)))
                .toList();

        assertSentToNearest(cdn, Stream.concat(poles.stream(), places.stream()).toList());
        opposite.forEach((site, network) ->
                cdn.explained(cdn.viewerIn(network.prefix())).assertDistance(site.id(), HALF_THE_WAY_ROUND));
    }

    /** A point for which rounding makes the haversine formula say that its antipode is farther away than half the way round. */
    private static Location treacherous(Random chance) {
        double latitude = Stream.generate(() -> 120 * chance.nextDouble() - 60)
                .filter(NearestChecks::isTreacherous)
                .findFirst()
                .orElseThrow();
        return new Location(latitude, chance.nextInt(360) - 180);
    }

    /** However somebody makes radians of degrees. */
    private static boolean isTreacherous(double latitude) {
        return DoubleStream.of(Math.toRadians(latitude), latitude * Math.PI / 180, latitude / 180 * Math.PI)
                .allMatch(angle -> Math.pow(Math.sin(angle), 2) + Math.pow(Math.cos(angle), 2) > 1);
    }

    private static Location antipode(Location place) {
        double longitude = place.longitude();
        return new Location(-place.latitude(), longitude > 0 ? longitude - 180 : longitude + 180);
    }

    @Check(
            id = "nobody-knows-where",
            title = "where nothing is known, and where two are equal, it is the first edge of the settings",
            reference = "Cloudflare guide: steering policies (fallback to the configured order)")
    void nobodyKnowsWhere(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        String first = cdn.edge("s" + fixtures.randoms().name(), Places.SYDNEY).id();
        cdn.edge("nul", new Location(0, 0));
        List<EdgeSite> twins = Stream.generate(() -> cdn.edge(fixtures.randoms().name(), new Location(40, -100)))
                .limit(5)
                .toList();
        Network unknown = cdn.network(null);
        Network kansas = cdn.network(new Location(38, -97));

        for (int i = 0; i < 3; i++) {
            cdn.assertSent(unknown, first, "nobody knows where its network is, and " + first + " is the first edge");
            cdn.assertSent(
                    kansas, twins.get(0).id(), "of the nearest edges, which all stand at one place, it is the first");
        }
        for (String stranger : List.of("192.0.2.77", "2001:db8::77")) {
            cdn.assertSent(
                    IpAddress.parse(stranger), first, "it is in no network, and " + first + " is the first edge");
        }
        assertThat(cdn.viewer().get("/"))
                .because("127.0.0.1, which asks here itself, is in no network, and " + first + " is the first edge")
                .hasStatus(307)
                .hasField("Location", cdn.site(first).address() + "/");
    }

    /** So many networks at places that are clear cases. */
    private static List<Location> some(int count, Cdn cdn, Supplier<Location> places, Predicate<Around> which) {
        return Stream.generate(places)
                .map(place -> Around.of(place, cdn.sites()))
                .filter(around -> around.isClear() && which.test(around))
                .limit(count)
                .map(Around::place)
                .toList();
    }

    private static void assertSentToNearest(Cdn cdn, List<Location> places) {
        List<Network> networks = places.stream().map(cdn::network).toList();
        for (Network network : networks) {
            Around around = Around.of(Objects.requireNonNull(network.location()), cdn.sites());
            cdn.assertSent(network, around.nearest().id(), around.why());
        }
    }
}

package edgecraft.routing.checks;

import edgecraft.fixtures.EdgeStubs;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Resolver;
import edgecraft.kit.DnsZone;
import edgecraft.kit.EdgeSite;
import edgecraft.kit.HealthPolicy;
import edgecraft.kit.Hysteresis;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.LatencyPolicy;
import edgecraft.kit.LoadPolicy;
import edgecraft.kit.Location;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.kit.host.TimeMark;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Scene;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A router with five edges around the world, and viewers in some networks. */
public final class RouterScene implements Scene<RouterSettings> {

    static final String HEALTH = "/health";

    private static final List<String> EDGES = List.of("fra", "lhr", "iad", "sin", "syd");

    /** Edges and networks told by name; a world has more. */
    private static final int TOLD = 6;

    /** An edge that answers probes as a healthy one does. */
    static EdgeSite site(EdgeStubs edges, String id, Location location, int number) {
        OriginStub stub = edges.edge(id);
        stub.answer(HEALTH).body("fine\n");
        return new EdgeSite(
                id,
                stub.uri(),
                location,
                IpAddress.parse("192.0.2." + number),
                IpAddress.parse("2001:db8:ed9e::" + number));
    }

    /** Another for each check. */
    static String token(Fixtures fixtures) {
        return "token-" + fixtures.edges().edge("fra").uri().getPort();
    }

    @Override
    public String server() {
        return "router";
    }

    @Override
    public RouterSettings settings(Fixtures fixtures) {
        EdgeStubs edges = fixtures.edges();
        return new RouterSettings(
                List.of(
                        site(edges, "fra", Places.FRANKFURT, 1),
                        site(edges, "lhr", Places.LONDON, 2),
                        site(edges, "iad", Places.WASHINGTON, 3),
                        site(edges, "sin", Places.SINGAPORE, 4),
                        site(edges, "syd", Places.SYDNEY, 5)),
                List.of(
                        new Network(IpPrefix.parse("198.51.100.0/24"), Places.MADRID),
                        new Network(IpPrefix.parse("203.0.113.0/24"), Places.NADI),
                        new Network(IpPrefix.parse("203.0.113.128/25"), Places.SAN_FRANCISCO),
                        new Network(IpPrefix.parse("2001:db8:5::/48"), Places.MUMBAI)),
                List.of(IpPrefix.parse("127.0.0.0/8")),
                token(fixtures),
                new LatencyPolicy(Duration.ofSeconds(60), 1, 2),
                new HealthPolicy(HEALTH, Duration.ofSeconds(10), fixtures.pace().times(Duration.ofSeconds(1)), 3, 2),
                Hysteresis.NONE,
                new LoadPolicy(0.9, 0.7),
                Duration.ZERO,
                new DnsZone("www.cdn.example.", Duration.ofSeconds(30)),
                new TimeMark());
    }

    @Override
    public List<String> furnish(Fixtures fixtures) {
        EDGES.forEach(id -> fixtures.edges().edge(id).answerAll().body("This is " + id + "\n"));
        return List.of("/", "/a//b%2Fc?x=1&y=+");
    }

    @Override
    public List<String> explain(Fixtures fixtures, Instance<RouterSettings> router) {
        RouterSettings settings = router.settings();
        List<String> lines = new ArrayList<>();
        lines.add(some("Its edges     ", settings.edges(), edge -> edge.id() + " " + edge.address()));
        lines.add(some("Its networks  ", settings.networks(), RouterScene::place));
        settings.networks().stream()
                .findFirst()
                .ifPresent(network -> lines.addAll(byHand(settings, network.prefix(), router)));
        return lines;
    }

    /** So that a world of them can be looked at, too. */
    private static <T> String some(String name, List<T> all, Function<T, String> text) {
        String told = all.stream().limit(TOLD).map(text).collect(Collectors.joining(", ", name, ""));
        return all.size() > TOLD ? told + " and " + (all.size() - TOLD) + " more" : told;
    }

    private static String place(Network network) {
        Location at = network.location();
        return at == null
                ? network.prefix() + " (nobody knows where)"
                : String.format(Locale.ROOT, "%s (%.2f, %.2f)", network.prefix(), at.latitude(), at.longitude());
    }

    /** As a viewer in this network. */
    private static List<String> byHand(RouterSettings settings, IpPrefix prefix, Instance<RouterSettings> router) {
        String token = "-H 'Authorization: Bearer " + settings.token() + "' ";
        IpAddress viewer = prefix.first().plus(BigInteger.valueOf(7));
        String edge = settings.edges().get(0).id();
        List<String> lines = new ArrayList<>(List.of(
                "Be a viewer   curl -i -H 'X-Forwarded-For: " + viewer + "' " + router.uri() + "/",
                "Report        curl -i " + token + "-d '{\"measurements\": [{\"network\": \"" + prefix
                        + "\", \"edge\": \"" + edge + "\", \"millis\": 40}]}' " + router.uri() + Cdn.MEASUREMENTS,
                "Ask why       curl " + token + "'" + router.uri() + Cdn.DECISION + "?viewer=" + viewer + "'"));
        router.dns()
                .map(dns -> Resolver.dig(dns, "A " + settings.dns().name() + " +subnet=" + prefix))
                .ifPresent(line -> lines.add("By DNS        " + line));
        return lines;
    }
}

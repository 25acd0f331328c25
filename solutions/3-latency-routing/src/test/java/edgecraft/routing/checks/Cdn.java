package edgecraft.routing.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.LatencyPolicy;
import edgecraft.kit.Location;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Pace;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The edges and networks around the router of one check. They are in its settings when it starts, which is when somebody first
 * asks it.
 */
final class Cdn {

    static final String MEASUREMENTS = "/.edgecraft/measurements";
    static final String DECISION = "/.edgecraft/decision";

    private static final int SHOWN = 300;

    private final Instance<RouterSettings> router;
    private final Fixtures fixtures;
    private final Viewer viewer;
    private final Randoms random;
    private final String token;
    private final List<EdgeSite> sites = new ArrayList<>();
    private final List<Network> networks = new ArrayList<>();
    private final Set<IpPrefix> taken = new HashSet<>();

    /** One without edges and networks. */
    Cdn(Instance<RouterSettings> router, Fixtures fixtures) {
        this.router = router;
        this.fixtures = fixtures;
        viewer = router.viewer();
        random = fixtures.randoms();
        token = RouterScene.token(fixtures);
        router.settings(settings -> settings.withEdges(sites).withNetworks(networks));
    }

    /** No probes while this check lasts: what it is about must not depend on what they see. */
    Cdn withoutProbes() {
        router.settings(settings -> settings.withHealth(health -> health.withInterval(Duration.ofDays(365))));
        return this;
    }

    /** Probes that do not fail because the machine is busy with other things. */
    Cdn withPatientProbes() {
        router.settings(
                settings -> settings.withHealth(health -> health.withTimeout(pace().times(Duration.ofSeconds(10)))));
        return this;
    }

    /** Each viewer is asked to measure so many other edges, at most. */
    Cdn asking(int most) {
        router.settings(settings ->
                settings.withLatency(latency -> new LatencyPolicy(latency.halfLife(), latency.minSamples(), most)));
        return this;
    }

    /** So many measurements of an edge are needed before they are believed. */
    Cdn needing(int samples) {
        router.settings(settings -> settings.withLatency(latency -> latency.withMinSamples(samples)));
        return this;
    }

    /** How slow the machine is. */
    Pace pace() {
        return fixtures.pace();
    }

    /** One more edge, after the others in the settings. It answers probes as a healthy one does. */
    EdgeSite edge(String id, Location location) {
        EdgeSite site = RouterScene.site(fixtures.edges(), id, location, sites.size() + 1);
        sites.add(site);
        return site;
    }

    /** Chance for a check, the same for the same seed. */
    static Random chance(Fixtures fixtures) {
        return new Random(ByteBuffer.wrap(fixtures.randoms().bytes(Long.BYTES)).getLong());
    }

    /** One more edge, at an address where nobody listens. */
    EdgeSite deadEdge(String id, Location location) {
        EdgeSite alive = RouterScene.site(fixtures.edges(), id, location, sites.size() + 1);
        EdgeSite site = new EdgeSite(id, fixtures.closedPort().uri(), location, alive.ipv4(), alive.ipv6());
        sites.add(site);
        return site;
    }

    /** What plays an edge. */
    OriginStub stub(String id) {
        return fixtures.edges().edge(id);
    }

    /**
     * One more network of 256 addresses, {@code 10.x.y.0/24} where nothing else is.
     *
     * @param location null if nobody knows
     */
    Network network(@Nullable Location location) {
        IpPrefix prefix;
        do {
            byte[] bytes = random.bytes(2);
            prefix = IpPrefix.parse("10." + (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + ".0/24");
        } while (!taken.add(prefix));
        return network(prefix, location);
    }

    /**
     * One more network.
     *
     * @param location null if nobody knows
     */
    Network network(IpPrefix prefix, @Nullable Location location) {
        Network network = new Network(prefix, location);
        networks.add(network);
        return network;
    }

    /** The address of some viewer in a network. */
    IpAddress viewerIn(IpPrefix prefix) {
        int free = prefix.first().bits() - prefix.length();
        BigInteger rest = new BigInteger(1, random.bytes(16)).mod(BigInteger.ONE.shiftLeft(free));
        return prefix.first().plus(rest);
    }

    /** Of the networks that an address is in, the one with the longest prefix. */
    Optional<Network> networkOf(IpAddress address) {
        return networks.stream()
                .filter(network -> network.prefix().contains(address))
                .max(Comparator.comparingInt(network -> network.prefix().length()));
    }

    /** The answer to a viewer with this address who asks for some page. */
    Answer ask(IpAddress address) {
        return viewer.get("/" + random.name(), "X-Forwarded-For", address.toString());
    }

    /** The id of the edge that some viewer in a network is sent to. */
    String edgeFor(Network network) {
        return edgeIn(ask(viewerIn(network.prefix())));
    }

    /** The id of the edge that an answer sends to. */
    String edgeIn(Answer answer) {
        assertThat(answer).because("a viewer is sent to an edge").hasStatus(307).hasField("Location");
        String location = answer.field("Location").orElseThrow();
        return sites.stream()
                .filter(site -> location.startsWith(site.address() + "/"))
                .map(EdgeSite::id)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "expected Location to lead to an edge of the settings, but it is " + location));
    }

    /**
     * Some viewer in a network is sent to this edge.
     *
     * @param why goes on after "because"
     */
    void assertSent(Network network, String edge, String why) {
        assertSent(viewerIn(network.prefix()), edge, why);
    }

    /**
     * The viewer with this address is sent to this edge.
     *
     * @param why goes on after "because"
     */
    void assertSent(IpAddress address, String edge, String why) {
        String sent = edgeIn(ask(address));
        if (!sent.equals(edge)) {
            throw new AssertionError("expected the viewer " + address + " to be sent to " + edge + ", because " + why
                    + ", but it was sent to " + sent);
        }
    }

    /**
     * The decision about some viewer in a network names this edge.
     *
     * @param why goes on after "because"
     */
    void assertDecided(Network network, String edge, String why) {
        IpAddress address = viewerIn(network.prefix());
        String decided = explained(address).edge();
        if (!decided.equals(edge)) {
            throw new AssertionError("expected the decision about " + address + " to name " + edge + ", because " + why
                    + ", but it names " + decided);
        }
    }

    /** Viewers in a network have measured an edge so many times, with these results in milliseconds: one batch. */
    void measured(Network network, String edge, double... millis) {
        fixtures.conversation()
                .note(
                        "viewers",
                        "in " + network.prefix() + " measured " + edge + ", in ms: " + Figures.inShort(millis));
        List<String> entries = new ArrayList<>();
        for (double one : millis) {
            entries.add(entry(network, edge, one));
        }
        report(entries);
    }

    /** One entry of a batch, as JSON. */
    static String entry(Network network, String edge, double millis) {
        return String.format(
                Locale.ROOT, "{\"network\": \"%s\", \"edge\": \"%s\", \"millis\": %s}", network.prefix(), edge, millis);
    }

    /** A batch is reported, and taken. */
    void report(List<String> entries) {
        String batch = batch(entries);
        assertThat(send(batch))
                .because("this is a good batch: " + (batch.length() <= SHOWN ? batch : batch.substring(0, SHOWN) + "…"))
                .hasStatus(204);
    }

    static String batch(List<String> entries) {
        return entries.stream().collect(Collectors.joining(", ", "{\"measurements\": [", "]}"));
    }

    /** The answer to a report, which has the token. */
    Answer send(String json) {
        return viewer.send("POST", MEASUREMENTS, json.getBytes(StandardCharsets.UTF_8), authorization());
    }

    /** The field that has the token, as a pair of name and value. */
    String[] authorization() {
        return new String[] {"Authorization", "Bearer " + token, "Content-Type", "application/json"};
    }

    /** What is nearly the token, and is not it. */
    List<String> wrongCredentials() {
        return List.of(
                "Bearer " + random.name() + random.name(),
                "Bearer " + token + "0",
                "Bearer " + token.toUpperCase(Locale.ROOT),
                "Bearer " + token.substring(0, token.length() - 1),
                "Bearer " + token.substring(1),
                "Bearer " + token + " " + token,
                "Bearer",
                token,
                "Digest " + token,
                "Basic " + token);
    }

    /** How the router explains where a viewer with this address is sent. */
    Answer explain(IpAddress address) {
        return viewer.get(DECISION + "?viewer=" + address, authorization());
    }

    /** The same, read. */
    Explained explained(IpAddress address) {
        return Explained.of(explain(address));
    }

    /** Puts something that is no request into the conversation. */
    void note(String who, String text) {
        fixtures.conversation().note(who, text);
    }

    /** Time passes. */
    void advance(Duration step) {
        router.advance(step);
    }

    Viewer viewer() {
        return viewer;
    }

    List<EdgeSite> sites() {
        return sites;
    }

    List<Network> networks() {
        return networks;
    }

    EdgeSite site(String id) {
        return Objects.requireNonNull(
                sites.stream().filter(site -> site.id().equals(id)).findFirst().orElse(null));
    }
}

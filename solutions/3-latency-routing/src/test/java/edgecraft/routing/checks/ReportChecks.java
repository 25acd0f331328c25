package edgecraft.routing.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Crowd;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@Step("3.2")
class ReportChecks {

    private static final int REPORTERS = 8;
    private static final int VIEWERS = 4;
    private static final List<String> EDGES = List.of("syd", "lhr", "iad", "sin");

    @Check(
            id = "batches",
            title = "a batch brings what many networks have measured of many edges",
            reference = "RFC 8259; RFC 9110 §15.3.5")
    void batches(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures);
        Random chance = Cdn.chance(fixtures);
        Map<Network, String> best = new LinkedHashMap<>();
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Network network = cdn.network(Places.anywhere(chance));
            best.put(network, EDGES.get(chance.nextInt(EDGES.size())));
            EDGES.forEach(id -> entries.add(Cdn.entry(network, id, id.equals(best.get(network)) ? 220 : 440)));
        }
        Network odd = cdn.network(Places.MADRID);
        Network taken = cdn.network(Places.MADRID);
        Collections.shuffle(entries, chance);

        cdn.report(List.of());
        cdn.report(entries);
        best.forEach((network, id) -> cdn.assertSent(
                network, id, "the batch of 100 has 220 ms for it in this network, and 440 for all others"));
        cdn.report(spellings(odd));
        cdn.assertSent(odd, "iad", "the batch has 130 ms for it in this network, and more for all others");
        assertTaken(cdn, taken);
    }

    /** Good batches with something besides that does not count. */
    private static void assertTaken(Cdn cdn, Network network) {
        String entry = Cdn.entry(network, "iad", 20);
        for (String batch : List.of(
                "{\"version\": 2, \"measurements\": [" + entry + "]}",
                "{\"measurements\": [" + entry + "], \"by\": {\"edge\": null}, \"at\": []}")) {
            assertThat(cdn.send(batch))
                    .because("members with other names are not looked at: " + batch)
                    .hasStatus(204);
        }
        for (String type :
                List.of("application/x-www-form-urlencoded", "text/plain", "application/json; charset=utf-8")) {
            byte[] batch = Cdn.batch(List.of(entry)).getBytes(StandardCharsets.UTF_8);
            String token = cdn.authorization()[1];
            assertThat(cdn.viewer().send("POST", Cdn.MEASUREMENTS, batch, "Authorization", token, "Content-Type", type))
                    .because("the batch is JSON, whatever its Content-Type says, as curl's does")
                    .hasStatus(204);
        }
        cdn.assertSent(network, "iad", "each batch has 20 ms for it");
    }

    /** The same kind of entries in other words: JSON has many. */
    private static List<String> spellings(Network network) {
        String prefix = network.prefix().toString();
        return List.of(
                "{\"millis\": 200, \"edge\": \"lhr\", \"network\": \"" + prefix + "\"}",
                "\n\t{\"network\":\"" + prefix.replace("/", "\\/") + "\",\"edge\":\"i\\u0061d\",\"millis\":1.3E+2}\n",
                "{\"network\": \"" + prefix + "\", \"edge\": \"sin\", \"millis\": 6e4, \"millis2\": 1, \"when\": null}",
                "{\"by\": {\"millis\": [0]}, \"network\": \"" + prefix + "\", \"edge\": \"syd\", \"millis\": 60000.0}");
    }

    @Check(
            id = "whole-or-nothing",
            title = "one bad entry, and nothing of its batch is taken",
            reference = "RFC 9110 §15.5.1")
    void wholeOrNothing(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures);
        Network nowhere = new Network(cdn.network(null).prefix(), null);
        Network madrid = cdn.network(Places.MADRID);
        List<String> good =
                List.of(Cdn.entry(madrid, "lhr", 180), Cdn.entry(madrid, "iad", 95), Cdn.entry(nowhere, "iad", 95));
        Network unknown = new Network(IpPrefix.parse("192.0.2.0/24"), null);
        List<String> bad = List.of(
                Cdn.entry(madrid, "xyz", 23.5),
                Cdn.entry(unknown, "lhr", 23.5),
                Cdn.entry(madrid, "lhr", -1),
                "{\"network\": \"" + madrid.prefix() + "\", \"edge\": \"lhr\"}");

        for (int i = 0; i < bad.size(); i++) {
            for (int at = 0; at <= good.size(); at++) {
                List<String> batch = new ArrayList<>(good);
                batch.add(at, bad.get(i));
                assertThat(cdn.send(Cdn.batch(batch)))
                        .because("of the four entries in the batch one is bad: " + bad.get(i))
                        .hasStatus(400);
            }
        }
        cdn.assertSent(madrid, "lhr", "nothing of a bad batch is taken, and London is nearest");
        cdn.assertSent(nowhere, "syd", "nothing of a bad batch is taken, so nothing is known");
        cdn.report(good);
        cdn.assertSent(
                madrid, "iad", "without the bad entry the batch is good, and has 95 ms for iad and 180 ms for lhr");
        cdn.assertSent(nowhere, "iad", "without the bad entry the batch is good, and has 95 ms for iad");
    }

    @Check(
            id = "nonsense-is-refused",
            title = "what is no batch of measurements is refused, and does no harm",
            reference = "RFC 8259 §6; RFC 9110 §15.5.1")
    void nonsenseIsRefused(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures);
        Network madrid = cdn.network(Places.MADRID);
        cdn.assertSent(madrid, "lhr", "nobody has measured anything, and London is nearest");

        for (Nonsense.Body body : Nonsense.about(madrid)) {
            assertThat(cdn.send(body.json())).because(body.inWords()).hasStatus(400);
        }
        cdn.assertSent(madrid, "lhr", "nothing of all that is a measurement, and London is nearest");
        for (String id : EDGES) {
            cdn.explained(cdn.viewerIn(madrid.prefix()))
                    .assertExpected(
                            id,
                            GreatCircle.expectedMillis(
                                    Places.MADRID, cdn.site(id).location()),
                            false);
        }
        cdn.measured(madrid, "lhr", 180);
        cdn.measured(madrid, "iad", 95);
        cdn.assertSent(madrid, "iad", "these are good measurements, and iad took 95 ms");
    }

    @Check(
            id = "token",
            title = "only who has the token reports, and only by POST",
            reference = "RFC 6750 §2.1; RFC 9110 §15.5.4, §15.5.6")
    void token(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures);
        Network madrid = cdn.network(Places.MADRID);
        byte[] batch = Cdn.batch(List.of(Cdn.entry(madrid, "lhr", 180), Cdn.entry(madrid, "iad", 95)))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(cdn.viewer().send("POST", Cdn.MEASUREMENTS, batch))
                .because("there is no token")
                .hasStatus(403);
        for (String credentials : cdn.wrongCredentials()) {
            assertThat(cdn.viewer().send("POST", Cdn.MEASUREMENTS, batch, "Authorization", credentials))
                    .because("Authorization is not the word Bearer and the token of the settings, and nothing else")
                    .hasStatus(403);
        }
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            assertThat(cdn.viewer().send(method, Cdn.MEASUREMENTS, batch, cdn.authorization()))
                    .because("measurements are reported by POST")
                    .hasStatus(405);
            assertThat(cdn.viewer().send(method, Cdn.MEASUREMENTS, batch))
                    .because("there is no token, so nobody is told what there is by which method")
                    .hasStatus(403);
        }
        for (String credentials : cdn.wrongCredentials()) {
            byte[] noBatch = "no batch".getBytes(StandardCharsets.UTF_8);
            assertThat(cdn.viewer().send("POST", Cdn.MEASUREMENTS, noBatch, "Authorization", credentials))
                    .because("the token is wrong, and what is sent without it is not looked at")
                    .hasStatus(403);
        }
        cdn.assertSent(madrid, "lhr", "all reports were refused, and London is nearest");
        assertThat(cdn.viewer().send("POST", Cdn.MEASUREMENTS, batch, cdn.authorization()))
                .because("the token is right")
                .hasStatus(204);
        cdn.assertSent(madrid, "iad", "this time the token was right, and iad took 95 ms");
    }

    @Check(
            id = "side-by-side",
            title = "of many who report at the same time nobody's figures get lost, and viewers never see an error",
            reference = "Goetz and others: Java Concurrency in Practice, chapter 4")
    void sideBySide(Instance<RouterSettings> router, Fixtures fixtures) {
        // If one figure of an edge gets lost, there are too few.
        router.settings(settings -> settings.withLatency(latency -> latency.withMinSamples(REPORTERS)));
        Cdn cdn = new Cdn(router, fixtures).withoutProbes();
        List<String> ids = Places.AIRPORTS.keySet().stream().limit(24).toList();
        ids.forEach(id -> cdn.edge(id, Places.airport(id)));
        List<List<Network>> rounds = Stream.generate(() ->
                        Stream.generate(() -> cdn.network(null)).limit(100).toList())
                .limit(3)
                .toList();
        Network busy = cdn.network(null);
        cdn.assertSent(busy, ids.get(0), "nothing is known, and it is the first edge");

        for (List<Network> networks : rounds) {
            reportAtOnce(cdn, ids, networks, busy);
            for (Network network : networks) {
                assertNothingLost(network, cdn.explained(cdn.viewerIn(network.prefix())));
            }
        }
    }

    private static void assertNothingLost(Network network, Explained said) {
        for (Explained.Candidate candidate : said.candidates()) {
            if (!candidate.measured()) {
                throw new AssertionError("expected " + candidate.edge() + " to be measured from " + network.prefix()
                        + ", because minSamples is " + REPORTERS
                        + ", and so many reported a figure at the same time and"
                        + " were answered 204, but \"measured\" is false: a figure got lost");
            }
            said.assertExpected(candidate.edge(), millis(candidate.edge()), true);
        }
    }

    /** Everybody reports a figure of each edge from each network, and then many from one that has viewers meanwhile. */
    private static void reportAtOnce(Cdn cdn, List<String> ids, List<Network> networks, Network busy) {
        // In the same order: who comes second has less to do, and so catches up with the first.
        List<String> once = batch(ids, networks);
        Crowd.of(REPORTERS, number -> {
            cdn.report(once);
            return number;
        });
        List<String> often = batch(ids, Collections.nCopies(50, busy));
        Crowd.of(REPORTERS + VIEWERS, number -> {
            if (number < REPORTERS) {
                cdn.report(often);
            } else {
                IntStream.range(0, 20).forEach(turn -> cdn.edgeFor(busy));
            }
            return number;
        });
    }

    /** What some networks measured of some edges: of each edge always the same. */
    private static List<String> batch(List<String> ids, List<Network> networks) {
        return networks.stream()
                .flatMap(network -> ids.stream().map(id -> Cdn.entry(network, id, millis(id))))
                .toList();
    }

    private static double millis(String edge) {
        return 100 + edge.charAt(0);
    }

    private static Cdn cdn(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withoutProbes();
        EDGES.forEach(id -> cdn.edge(id, Places.airport(id)));
        return cdn;
    }
}

package edgecraft.routing.checks;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.Location;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Step("3.3")
class LoserChecks {

    private static final String EXPLORING = "Sutton and Barto: Reinforcement Learning, chapter 2";

    @Check(
            id = "measure-field",
            title = "a viewer is asked to measure a few other edges, and not the one that it is sent to",
            reference = "the lesson: step 3.3; RFC 9110 §5.6.1")
    void measureField(Instance<RouterSettings> router, Fixtures fixtures) {
        for (int most : List.of(1, 2, 3)) {
            Cdn cdn = another(router, fixtures).asking(most);
            List.of("lhr", "fra", "iad", "gru", "bom").forEach(id -> cdn.edge(id, Places.airport(id)));
            Network madrid = cdn.network(Places.MADRID);
            Network unknown = cdn.network(null);
            cdn.assertSent(madrid, "lhr", "nobody has measured anything, and London is nearest");
            cdn.measured(madrid, "lhr", 150);
            cdn.measured(unknown, "fra", 150);
            for (Network network : List.of(madrid, unknown)) {
                Set<String> named = namedIn(Asked.TURNS, most, network, cdn);
                if (named.isEmpty()) {
                    throw new AssertionError(
                            "expected some of " + Asked.TURNS + " viewers to be asked to measure another"
                                    + " edge, because others could be better, but no answer has a field Measure");
                }
            }
            Asked.in(cdn.ask(IpAddress.parse("192.0.2.7")), cdn).assertAtMost(most);
        }
        Cdn nobody = another(router, fixtures).asking(0);
        List.of("lhr", "fra").forEach(id -> nobody.edge(id, Places.airport(id)));
        Asked.by(nobody.network(null), nobody).assertAtMost(0);
        Cdn alone = another(router, fixtures);
        alone.edge("lhr", Places.LONDON);
        Network madrid = alone.network(Places.MADRID);
        for (int i = 0; i < 3; i++) {
            Asked.in(alone.ask(alone.viewerIn(madrid.prefix())), alone).assertAtMost(0);
        }
    }

    @Check(
            id = "turns-of-each-network",
            title = "with many edges and one to ask after, each network has its own round",
            reference = EXPLORING)
    void turnsOfEachNetwork(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withoutProbes().asking(1);
        // 24 edges that take turns. With as many networks as divide that, what counts for all of them gives each the
        // same few.
        Places.AIRPORTS.keySet().stream().limit(25).forEach(id -> cdn.edge(id, Places.airport(id)));
        List<Network> networks =
                Stream.generate(() -> cdn.network(null)).limit(4).toList();
        Map<Network, Set<String>> named = new HashMap<>();
        for (int i = 0; i < Asked.TURNS; i++) {
            for (Network network : networks) {
                named.computeIfAbsent(network, none -> new HashSet<>())
                        .addAll(Asked.by(network, cdn).others());
            }
        }
        for (Network network : networks) {
            List<String> missing = cdn.sites().stream()
                    .skip(1)
                    .map(EdgeSite::id)
                    .filter(id -> !Objects.requireNonNull(named.get(network)).contains(id))
                    .toList();
            if (!missing.isEmpty()) {
                throw new AssertionError("expected that of " + Asked.TURNS + " requests of " + network.prefix()
                        + " at least one asks after each of 24 edges, because nobody knows where it is, so any could be the"
                        + " best, and that many requests are enough with an ask of 1; but none asked after "
                        + String.join(", ", missing) + ", while three other networks asked as often");
            }
        }
    }

    private static Cdn another(Instance<RouterSettings> router, Fixtures fixtures) {
        return new Cdn(router.another(new RouterScene().settings(fixtures)), fixtures).withoutProbes();
    }

    /** All edges that so many viewers of a network are asked to measure. */
    private static Set<String> namedIn(int requests, int most, Network network, Cdn cdn) {
        Set<String> named = new HashSet<>();
        for (int i = 0; i < requests; i++) {
            Asked asked = Asked.by(network, cdn);
            asked.assertAtMost(most);
            named.addAll(asked.others());
        }
        return named;
    }

    @Check(
            id = "losers-are-asked-after",
            title = "every edge that could be better is asked after, by every network",
            reference = EXPLORING)
    void losersAreAskedAfter(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withoutProbes();
        List.of("lhr", "fra", "iad", "jnb", "gru").forEach(id -> cdn.edge(id, Places.airport(id)));
        List<Network> networks = Stream.generate(() -> cdn.network(Places.MADRID))
                .limit(3)
                .collect(Collectors.toCollection(ArrayList::new));
        networks.add(cdn.network(null));
        cdn.assertSent(networks.get(0), "lhr", "nobody has measured anything, and London is nearest");
        for (Network network : networks) {
            measured(cdn, network, network.location() == null ? 30 : 100);
        }

        assertAllNamed(networks.get(0), cdn, "", () -> {});
        assertAllNamed(
                networks.get(1), cdn, ", while another network asked as often", () -> cdn.edgeFor(networks.get(0)));
        assertAllNamed(
                networks.get(2),
                cdn,
                ", while somebody asked for the decision as often",
                () -> cdn.explained(cdn.viewerIn(networks.get(2).prefix())));
        assertAllNamed(networks.get(3), cdn, "", () -> {});
    }

    /** Frankfurt is the best, and the others take up to three times as long. Light would be faster than Frankfurt to each of them. */
    private static void measured(Cdn cdn, Network network, double best) {
        double[] times = {1, 1.5, 2, 2.5, 3};
        List<String> ids = List.of("fra", "lhr", "iad", "jnb", "gru");
        for (int i = 0; i < times.length; i++) {
            cdn.measured(network, ids.get(i), best * times[i]);
        }
    }

    /** Viewers of the network ask, and each time something else happens. */
    private static void assertAllNamed(Network network, Cdn cdn, String meanwhile, Runnable between) {
        Set<String> named = Asked.inTurns(network, cdn, between);
        for (EdgeSite site : cdn.sites()) {
            if (!site.id().equals("fra") && !named.contains(site.id())) {
                throw new AssertionError("expected that of " + Asked.TURNS + " requests of " + network.prefix()
                        + " at least one asks after " + site.id() + ", because " + chance(network, site)
                        + ", but Measure "
                        + (named.isEmpty() ? "never named any edge" : "named only " + String.join(", ", named))
                        + meanwhile);
            }
        }
    }

    private static String chance(Network network, EdgeSite site) {
        Location place = network.location();
        return place == null
                ? "nobody knows where that is, so any edge could become the best"
                : String.format(
                        Locale.ROOT,
                        "light alone takes %.1f ms to it and back, and the best edge, fra, was measured at 100 ms",
                        GreatCircle.kilometres(place, site.location()) / 100);
    }

    @Check(
            id = "improved-loser",
            title = "an edge that has become the best is noticed by those who measure what they are asked to",
            reference = EXPLORING)
    void improvedLoser(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withoutProbes();
        Network madrid = cdn.network(Places.MADRID);
        Map<String, Double> truth = new HashMap<>(Map.of("lhr", 26.0, "fra", 60.0, "iad", 140.0));
        List.of("lhr", "fra", "iad").forEach(id -> cdn.edge(id, Places.airport(id)));
        for (int i = 0; i < 30; i++) {
            obliging(madrid, truth, cdn);
            cdn.advance(Duration.ofSeconds(5));
        }
        cdn.assertSent(madrid, "lhr", "lhr takes 26 ms and fra takes 60 ms");

        fixtures.conversation().note("fra", "takes 18 ms from now on");
        truth.put("fra", 18.0);
        for (int i = 0; i < 4 * Asked.TURNS && !obliging(madrid, truth, cdn).equals("fra"); i++) {
            cdn.advance(Duration.ofSeconds(5));
        }
        cdn.assertSent(
                madrid,
                "fra",
                "it takes 18 ms now and lhr takes 26 ms, and in the last twenty half-lives viewers have reported of every"
                        + " edge that Measure named");
    }

    @Check(
            id = "new-edge",
            title = "an edge that nobody has measured is asked after, and chosen when it is better",
            reference = EXPLORING)
    void newEdge(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures).withoutProbes();
        Network madrid = cdn.network(Places.MADRID);
        List.of("lhr", "fra", "iad").forEach(id -> cdn.edge(id, Places.airport(id)));
        cdn.assertSent(madrid, "lhr", "nobody has measured anything, and London is nearest");
        cdn.measured(madrid, "lhr", 100);
        cdn.measured(madrid, "fra", 140);
        cdn.assertSent(madrid, "lhr", "lhr was measured at 100 ms, fra at 140 ms, and iad is expected to take 121 ms");

        Map<String, Double> truth = Map.of("lhr", 100.0, "fra", 140.0, "iad", 70.0);
        for (int i = 0; i < Asked.TURNS && obliging(madrid, truth, cdn).equals("lhr"); i++) {
            // The next one.
        }
        cdn.assertSent(
                madrid,
                "iad",
                "it takes 70 ms, and of " + Asked.TURNS
                        + " viewers, who report of every edge that Measure names, one was to"
                        + " be asked to measure it");
    }

    /** The next viewer reports what its edge takes, and those that it is asked to measure. The edge that it is sent to. */
    private static String obliging(Network network, Map<String, Double> truth, Cdn cdn) {
        Asked asked = Asked.by(network, cdn);
        cdn.report(Stream.concat(Stream.of(asked.chosen()), asked.others().stream())
                .map(id -> Cdn.entry(network, id, Objects.requireNonNull(truth.get(id))))
                .toList());
        return asked.chosen();
    }
}

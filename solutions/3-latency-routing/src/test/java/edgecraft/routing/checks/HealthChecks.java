package edgecraft.routing.checks;

import static edgecraft.fixtures.Expect.assertThat;
import static edgecraft.routing.checks.ProbeAssertions.askedAfter;
import static edgecraft.routing.checks.ProbeAssertions.assertNothingMeasured;
import static edgecraft.routing.checks.ProbeAssertions.assertPlain;
import static edgecraft.routing.checks.ProbeAssertions.assertUp;
import static edgecraft.routing.checks.RouterScene.HEALTH;

import edgecraft.fixtures.Gate;
import edgecraft.fixtures.OriginLine;
import edgecraft.fixtures.OriginStub;
import edgecraft.kit.Location;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

@Step("3.4")
class HealthChecks {

    /** From here, London is the best edge. If it is down, the next best is not the one nearest to it. */
    private static final Location ISTANBUL = new Location(41.0, 29.0);

    /** Longer than timeouts that somebody may have set without looking at the settings. */
    private static final Duration A_WHILE = Duration.ofSeconds(6);

    private static final SortedMap<String, Location> TEN = new TreeMap<>(Map.of(
            "bom", Places.MUMBAI,
            "fra", Places.FRANKFURT,
            "gru", Places.SAO_PAULO,
            "hnl", Places.HONOLULU,
            "iad", Places.WASHINGTON,
            "jnb", Places.JOHANNESBURG,
            "lhr", Places.LONDON,
            "sfo", Places.SAN_FRANCISCO,
            "sin", Places.SINGAPORE,
            "syd", Places.SYDNEY));

    /** Some of them, the nearest to Madrid first. In no check that is about something else are most of them down. */
    private static final List<String> FROM_MADRID = List.of("lhr", "fra", "iad", "bom", "jnb", "gru", "sfo", "sin");

    @Check(
            id = "next-best",
            title = "when an edge is down, each of its viewers is sent to the next best",
            reference = "gdnsd manual, plugin geoip; Route 53 guide: health checks with latency records")
    void nextBest(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("syd", Places.SYDNEY);
        cdn.edge("iad", Places.WASHINGTON);
        cdn.edge("bom", Places.MUMBAI);
        cdn.edge("lhr", Places.LONDON);
        Network madrid = cdn.network(Places.MADRID);
        Network istanbul = cdn.network(ISTANBUL);
        Network measured = cdn.network(Places.MADRID);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(2, 2);
        router.settings(HealthChecks::withoutForgetting);
        cdn.assertSent(madrid, "lhr", "London is the edge nearest to Madrid");
        cdn.assertSent(istanbul, "lhr", "London is the edge nearest to Istanbul");
        cdn.measured(measured, "lhr", 10);
        cdn.measured(measured, "syd", 20);

        rounds.answers("lhr", 500);

        rounds.untilSent(madrid, "iad", "lhr is down, and Washington is the next to Madrid");
        cdn.assertSent(istanbul, "bom", "lhr is down, and Mumbai is the next to Istanbul");
        cdn.assertSent(measured, "syd", "lhr is down, and the next best is the one that was measured to take 20 ms");
        assertUp(cdn, madrid, "lhr", false, "its viewers are sent elsewhere since it is down");
    }

    private static void oneOfTen(Cdn cdn, String edge) {
        cdn.edge(edge, Objects.requireNonNull(TEN.get(edge)));
    }

    /** What is measured in a check about health counts as long as it lasts, however many rounds it takes. */
    private static RouterSettings withoutForgetting(RouterSettings settings) {
        return settings.withLatency(policy -> policy.withHalfLife(Duration.ofDays(1)));
    }

    @Check(
            id = "down-after-enough-failures",
            title = "an edge is down after so many failures in a row, and not before",
            reference = "HAProxy configuration manual: fall; gdnsd manual: down_thresh")
    void downAfterEnoughFailures(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("iad", Places.WASHINGTON);
        Network madrid = cdn.network(Places.MADRID);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(4, 9);
        cdn.assertSent(madrid, "lhr", "it is the best, and nobody has asked yet whether it works");
        for (String edge : List.of("lhr", "iad")) {
            assertUp(cdn, madrid, edge, true, "nobody has asked yet whether it works");
        }

        rounds.assertSentMeanwhile(
                madrid,
                "lhr",
                "its probes have never failed four times in a row, as it takes to be down",
                "lhr",
                "---+---+");
        rounds.pass("lhr", "---");
        assertUp(cdn, madrid, "lhr", true, "three failures in a row are not enough, it takes four");
        rounds.pass("lhr", "-");
        rounds.assertSoonSent(madrid, "iad", "four probes of lhr in a row have failed, as it takes to be down");
    }

    @Check(
            id = "up-after-enough-successes",
            title = "an edge that was down is up after so many successes in a row, and not before",
            reference = "HAProxy configuration manual: rise; gdnsd manual: up_thresh")
    void upAfterEnoughSuccesses(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("iad", Places.WASHINGTON);
        Network madrid = cdn.network(Places.MADRID);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(2, 4);
        cdn.assertSent(madrid, "lhr", "London is the edge nearest to Madrid");

        rounds.pass("lhr", "--");
        rounds.assertSoonSent(madrid, "iad", "two probes of lhr in a row have failed, as it takes to be down");
        rounds.assertSentMeanwhile(
                madrid,
                "iad",
                "lhr is down, and its probes have never succeeded four times in a row, as it takes to be up again",
                "lhr",
                "-+++-+++-");
        rounds.pass("lhr", "++++");
        rounds.assertSoonSent(madrid, "lhr", "four probes of lhr in a row have succeeded, as it takes to be up again");
    }

    @Check(
            id = "fast-errors-are-no-health",
            title = "an error made in a millisecond makes an edge neither healthy nor fast",
            reference = "RFC 9110 §15.3; Amazon Builders' Library: Implementing health checks")
    void fastErrorsAreNoHealth(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        FROM_MADRID.forEach(edge -> oneOfTen(cdn, edge));
        Network madrid = cdn.network(Places.MADRID);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(2, 2);
        cdn.assertSent(madrid, "lhr", "London is the edge nearest to Madrid");

        rounds.now("bom", "answers probes with 204", stub -> stub.answer(HEALTH).status(204));
        rounds.untilAsked(4, "every edge is asked once in each interval", "bom");
        rounds.answers("lhr", 500);
        String elsewhere = "/" + fixtures.randoms().name();
        rounds.now("fra", "answers probes with 302", stub -> {
            stub.answer(elsewhere).body("fine\n");
            stub.answer(HEALTH).status(302).field("Location", elsewhere);
        });
        rounds.answers("iad", 404);

        rounds.untilSent(
                madrid,
                "bom",
                "204 is a success, and what the nearer edges answer is a failure: 500 in lhr, 302 in fra, 404 in iad");
        assertNothingMeasured(cdn, madrid);
    }

    @Check(
            id = "slow-is-down",
            title = "an edge whose answer is not complete within the timeout is down",
            reference = "HAProxy configuration manual: timeout check; gdnsd manual: timeout")
    void slowIsDown(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        FROM_MADRID.forEach(edge -> oneOfTen(cdn, edge));
        Network madrid = cdn.network(Places.MADRID);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(2, 2).within(Rounds.SHORT);
        cdn.assertSent(madrid, "lhr", "London is the edge nearest to Madrid");

        rounds.now("fra", "never answers", stub -> stub.line().isSilent());
        Duration timeout = fixtures.pace().times(Rounds.SHORT);
        rounds.now("iad", "trickles its answers", stub -> trickles(stub, timeout.multipliedBy(5)));
        try (Gate gate = cdn.stub("lhr").hold(HEALTH)) {
            rounds.untilSent(
                    madrid,
                    "bom",
                    "a probe may take " + timeout.toSeconds()
                            + " s, and the nearer edges take longer: lhr waits before it"
                            + " answers, fra never answers, iad needs five times as long for its body");
            gate.await(1);
        }
        assertStaysDown(cdn, madrid, "lhr");
    }

    @Check(
            id = "slow-is-not-down",
            title = "an answer that takes a while, and not as long as the timeout, is a success",
            reference = "HAProxy configuration manual: timeout check; gdnsd manual: timeout")
    void slowIsNotDown(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("iad", Places.WASHINGTON);
        Network madrid = cdn.network(Places.MADRID);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(1, 9);
        cdn.assertSent(madrid, "lhr", "London is the edge nearest to Madrid");

        String takes = "takes " + A_WHILE.toSeconds() + " s for an answer";
        rounds.now("lhr", takes, stub -> trickles(stub, A_WHILE));
        rounds.one("lhr");
        cdn.stub("lhr").line().becomesIdle();
        rounds.answers("lhr", 200);
        rounds.untilAsked(2, "the probe before is over, and every edge is asked once in each interval", "lhr");
        cdn.assertSent(
                madrid,
                "lhr",
                "its answer took " + A_WHILE.toSeconds() + " s and was complete, and a probe may take "
                        + fixtures.pace().times(Rounds.LONG).toSeconds() + " s");
    }

    /** From the first byte of the body to the last it takes so long. */
    private static void trickles(OriginStub stub, Duration all) {
        stub.answer(HEALTH).body("fine".repeat(100));
        stub.line().paces(20, all.dividedBy(20));
    }

    /** Its late answers come now, and at most one of them is for a probe that has not failed yet. */
    private static void assertStaysDown(Cdn cdn, Network network, String edge) {
        cdn.stub(edge).line().becomesIdle();
        for (int i = 0; i < 5; i++) {
            if (cdn.edgeFor(network).equals(edge)) {
                throw new AssertionError("expected nobody to be sent to " + edge + ", because its answers came when the"
                        + " probes had failed already, but a viewer was sent there");
            }
        }
    }

    @Check(
            id = "broken-connections",
            title = "an edge that refuses connections or breaks off its answers is down, as others are",
            reference = "RFC 9112 §8; RFC 9293 §3.5.2")
    void brokenConnections(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.deadEdge("lhr", Places.LONDON);
        FROM_MADRID.stream().skip(1).forEach(edge -> oneOfTen(cdn, edge));
        Network madrid = cdn.network(Places.MADRID);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(2, 2);
        cdn.assertSent(madrid, "lhr", "it is the nearest, and nobody has asked yet whether it works");

        rounds.now("fra", "resets connections", stub -> stub.line().isGone());
        rounds.now("iad", "hangs up when it is asked", stub -> stub.line().hangsUp());
        rounds.now("bom", "breaks off its answers", stub -> stub.line().breaksAfter(2));

        rounds.untilSent(
                madrid,
                "jnb",
                "no nearer one gives a whole answer: nobody listens in lhr, fra resets connections, iad hangs up, and bom"
                        + " breaks off in its body");
    }

    @Check(
            id = "hanging-edges-hold-up-nobody",
            title = "edges that hang hold up neither the probes of others nor viewers",
            reference = "Amazon Builders' Library: Implementing health checks")
    void hangingEdgesHoldUpNobody(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        List<String> hanging = List.of("syd", "sin", "jnb", "gru", "hnl");
        hanging.forEach(edge -> oneOfTen(cdn, edge));
        List<String> more =
                IntStream.rangeClosed(1, 45).mapToObj(number -> "hnl-" + number).toList();
        more.forEach(edge -> cdn.edge(edge, Places.HONOLULU));
        cdn.edge("iad", Places.WASHINGTON);
        cdn.edge("lhr", Places.LONDON);
        Network madrid = cdn.network(Places.MADRID);
        Network sydney = cdn.network(Places.SYDNEY);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(2, 2).within(Duration.ofMinutes(10));
        cdn.assertSent(madrid, "lhr", "London is the edge nearest to Madrid");

        List<Long> before = hanging.stream().map(rounds::asked).toList();
        hanging.forEach(
                edge -> rounds.now(edge, "never answers", stub -> stub.line().isSilent()));
        cdn.note("hnl-1 to hnl-45", "never answer from now on");
        more.forEach(edge -> cdn.stub(edge).line().isSilent());
        for (int round = 1; round <= 4; round++) {
            rounds.untilAsked(round, "edges that hang keep no other from being asked", "iad", "lhr");
            cdn.assertSent(madrid, "lhr", "London is nearest and works, while edges elsewhere hang");
        }
        for (int i = 0; i < hanging.size(); i++) {
            rounds.assertAskedOnceSince(before.get(i), hanging.get(i));
        }
        cdn.assertSent(
                sydney, "syd", "no probe of it has failed yet: the first is under way, and others were left out");
    }

    @Check(
            id = "most-are-down",
            title = "one edge of ten that is up gets everybody",
            reference = "Envoy documentation: panic threshold, which is what must not be")
    void mostAreDown(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        TEN.forEach(cdn::edge);
        List<Network> networks = TEN.values().stream().map(cdn::network).toList();
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(2, 2);
        cdn.assertSent(networks.get(0), TEN.firstKey(), "it is an edge in its own city");

        TEN.keySet().stream().filter(edge -> !edge.equals("sin")).forEach(edge -> rounds.answers(edge, 503));

        String why = "it is the only one of ten edges that is up";
        networks.forEach(network -> rounds.untilSent(network, "sin", why));
        for (int i = 0; i < 3; i++) {
            networks.forEach(network -> cdn.assertSent(network, "sin", why));
        }
    }

    @Check(
            id = "all-are-down",
            title = "when all edges are down, everybody is sent to the best as if all were up",
            reference = "Amazon Builders' Library: Implementing health checks (fail open)")
    void allAreDown(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("syd", Places.SYDNEY);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.edge("iad", Places.WASHINGTON);
        Network madrid = cdn.network(Places.MADRID);
        Network measured = cdn.network(Places.MADRID);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(2, 2);
        router.settings(HealthChecks::withoutForgetting);
        cdn.assertSent(madrid, "lhr", "London is the edge nearest to Madrid");
        cdn.measured(measured, "iad", 10);

        List.of("lhr", "fra", "iad").forEach(edge -> rounds.answers(edge, 500));
        rounds.untilSent(madrid, "syd", "all others are down");
        rounds.answers("syd", 500);
        rounds.untilSent(madrid, "lhr", "all edges are down, and it would be the best if all were up");
        cdn.assertSent(measured, "iad", "all edges are down, and it would be the best if all were up: 10 ms, measured");
        assertUp(cdn, madrid, "lhr", false, "it is down, though viewers are sent there for want of better ones");

        rounds.answers("fra", 200);
        rounds.untilSent(madrid, "fra", "it is the only one that is up again");
        cdn.assertSent(measured, "fra", "it is the only one that is up again");
    }

    @Check(
            id = "comes-back",
            title = "an edge that works again gets its viewers back, however it failed",
            reference = "Apache Traffic Control: Traffic Monitor")
    void comesBack(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.edge("lhr", Places.LONDON);
        Network madrid = cdn.network(Places.MADRID);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(1, 1).within(Rounds.SHORT);
        cdn.assertSent(madrid, "lhr", "London is the edge nearest to Madrid");

        rounds.now("lhr", "never answers", stub -> stub.line().isSilent());
        rounds.one("lhr");
        rounds.assertSoonSent(
                madrid,
                "fra",
                "lhr has not answered within the timeout, which is one of real time, and one failure is enough to be down");
        rounds.now("lhr", "works", stub -> stub.line().passes());
        rounds.untilSent(madrid, "lhr", "it works again, and one success is enough to be up");
        assertComesBack(rounds, cdn, madrid, "hangs up when it is asked", OriginLine::hangsUp, Duration.ZERO);
        assertComesBack(rounds, cdn, madrid, "resets connections", OriginLine::isGone, Duration.ofHours(1));
    }

    private static void assertComesBack(
            Rounds rounds, Cdn cdn, Network madrid, String what, Consumer<OriginLine> trouble, Duration away) {
        rounds.now("lhr", what, stub -> trouble.accept(stub.line()));
        rounds.untilSent(madrid, "fra", "lhr " + what + ", and one failure is enough to be down");
        cdn.advance(away);
        rounds.now("lhr", "works", stub -> stub.line().passes());
        rounds.untilSent(madrid, "lhr", "it works again, and one success is enough to be up");
    }

    @Check(
            id = "probes-are-plain",
            title = "every edge is asked for the health path, once in each interval, and for nothing else",
            reference = "RFC 9110 §9.3.1; HAProxy configuration manual: inter")
    void probesArePlain(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("iad", Places.WASHINGTON);
        Network madrid = cdn.network(Places.MADRID);
        String path = "/" + fixtures.randoms().name() + "/alive";
        Pulse pulse = new Pulse(router, cdn, path, Duration.ofSeconds(4));
        String viewer = cdn.viewerIn(madrid.prefix()).toString();
        String cookie = "id=" + fixtures.randoms().name();
        assertThat(cdn.viewer().get("/", "X-Forwarded-For", viewer, "Cookie", cookie))
                .because("a viewer is sent to an edge")
                .hasStatus(307);

        pulse.assertBeats();

        List<String> others = List.of(viewer, cookie, RouterScene.token(fixtures));
        for (String edge : List.of("lhr", "iad")) {
            cdn.stub(edge).requests().forEach(request -> assertPlain(edge, request, path, others));
        }
    }

    @Check(
            id = "ends-with-the-server",
            title = "when the server stops, no edge is asked any more",
            reference = "the lesson: what always holds, and step 3.4")
    void endsWithTheServer(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("iad", Places.WASHINGTON);
        Network madrid = cdn.network(Places.MADRID);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(3, 2);
        cdn.assertSent(madrid, "lhr", "London is the edge nearest to Madrid");
        rounds.untilAsked(2, "every edge is asked once in each interval", "lhr", "iad");

        router.stop();

        rounds.assertOver("lhr", "iad");
    }

    @Check(
            id = "down-edges-are-not-asked-after",
            title = "nobody is asked to measure an edge that is down",
            reference = "the lesson: step 3.4")
    void downEdgesAreNotAskedAfter(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("sin", Places.SINGAPORE);
        cdn.edge("syd", Places.SYDNEY);
        Network nowhere = cdn.network(null);
        Network sydney = cdn.network(Places.SYDNEY);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(2, 2);
        cdn.assertSent(sydney, "syd", "it is an edge in its own city");
        assertAskedAfter(cdn, nowhere, Set.of("lhr", "sin", "syd"), "each of them is up and could be better than fra");

        rounds.answers("syd", 500);
        rounds.untilSent(sydney, "sin", "syd is down, and Singapore is the next to Sydney");
        assertAskedAfter(
                cdn, nowhere, Set.of("lhr", "sin"), "syd is down, and the two others could be better than fra");

        rounds.answers("syd", 200);
        rounds.untilSent(sydney, "syd", "it is up again, and in its own city");
        assertAskedAfter(cdn, nowhere, Set.of("lhr", "sin", "syd"), "syd is up again and could be better than fra");
    }

    /** Viewers are asked to measure these edges, in turn, and no other. Where they are, nobody knows, so any could be better. */
    private static void assertAskedAfter(Cdn cdn, Network network, Set<String> edges, String why) {
        Set<String> asked = askedAfter(cdn, network);
        if (!asked.equals(edges)) {
            throw new AssertionError("expected Measure to name each of " + new TreeSet<>(edges)
                    + " in some of 60 answers and no other edge, because " + why + ", but it named " + asked);
        }
    }
}

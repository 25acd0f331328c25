package edgecraft.routing.checks;

import edgecraft.kit.Hysteresis;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;

@Step("3.5")
class StayingChecks {

    private static final Duration DWELL = Duration.ofMinutes(60);

    /** Margins of 5 ms and of a fifth, for an hour. */
    private static final Hysteresis PATIENT = new Hysteresis(5, 0.2, DWELL);

    /** Margins of 6 ms and of a quarter, which no arithmetic has to round, for no time. */
    private static final Hysteresis PROMPT = new Hysteresis(6, 0.25, Duration.ZERO);

    /** A viewer of no network, always the same one. */
    private static final Network STRANGER = new Network(IpPrefix.parse("198.51.100.7/32"), null);

    @Check(
            id = "first-choice-at-once",
            title = "the first viewer of a network is sent to the best edge at once",
            reference = "3GPP TS 36.304 §5.2.3 (cell selection)")
    void firstChoiceAtOnce(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, PATIENT);
        Network early = cdn.network(Places.FRANKFURT);
        Network late = cdn.network(Places.FRANKFURT);
        Readings readings = new Readings(router, fixtures, cdn);
        cdn.assertSent(early, "fra", "it is in the city of this network, and nothing is measured yet");

        readings.after(minutes(10), 90, 80, 20);
        cdn.assertSent(early, "fra", "it is the present edge, and iad has been found better only now");
        cdn.assertSent(late, "iad", "it is the best when this network first asks, and there is no edge to stay at");
    }

    @Check(
            id = "small-gains-do-not-count",
            title = "a millisecond to and fro moves nobody in a hundred rounds",
            reference = "RFC 2439 §1 (route flaps)")
    void smallGainsDoNotCount(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, PROMPT);
        Network network = cdn.network(null);
        Readings readings = new Readings(router, fixtures, cdn);
        readings.after(minutes(10), 20, 21, 300);
        cdn.assertSent(network, "fra", "it is the best when this network first asks");

        for (int i = 0; i < 50; i++) {
            readings.after(minutes(10), 21, 20, 300);
            cdn.assertSent(network, "fra", "it is the present edge, and 1 ms is less than the margin of 6 ms");
            readings.after(minutes(10), 20, 21, 300);
            cdn.assertSent(network, "fra", "it is the present edge, and the best, too");
        }
        readings.after(minutes(10), 40, 20, 300);
        cdn.assertSent(
                network, "lhr", "it gains 20 ms of 40, the margins are 6 ms and a quarter, and no time is asked");
    }

    @Check(
            id = "both-margins",
            title = "the present edge is left for a gain as large as both margins, and for no smaller one",
            reference = "3GPP TS 38.331 §5.5.4.4 (offset and hysteresis); DataStax Java driver: LatencyAwarePolicy")
    void bothMargins(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, PROMPT);
        Network exact = cdn.network(null);
        Network network = cdn.network(null);
        Readings readings = new Readings(router, fixtures, cdn);
        cdn.measured(exact, "fra", 24);
        cdn.assertSent(exact, "fra", "it is the only edge of which anything is known");
        cdn.measured(exact, "lhr", 18);
        cdn.assertSent(exact, "lhr", "the gain of 6 ms of 24 is just 6 ms, and just a quarter, and no more is needed");
        readings.after(minutes(10), 200, 250, 300);
        cdn.assertSent(network, "fra", "it is the best when this network first asks");

        readings.after(minutes(10), 200, 180, 300);
        cdn.assertSent(
                network, "fra", "it is the present edge, and 20 ms of 200 is more than 6 ms, but less than a quarter");
        readings.after(minutes(10), 10, 7, 300);
        cdn.assertSent(
                network, "fra", "it is the present edge, and 3 ms of 10 is more than a quarter, but less than 6 ms");
        readings.after(minutes(10), 100, 79, 300);
        cdn.assertSent(
                network,
                "fra",
                "it is the present edge, it takes 100 ms, and the gain of 21 ms is less than a quarter of that");
        readings.after(minutes(10), 100, 73, 300);
        cdn.assertSent(network, "lhr", "the gain of 27 ms of 100 is more than 6 ms, and more than a quarter");
        readings.after(minutes(10), 7, 14, 300);
        cdn.assertSent(network, "fra", "the gain of 7 ms of 14 is more than 6 ms, and more than a quarter");
    }

    @Check(
            id = "dwell",
            title = "the present edge is left when there has been a better one for the dwell time, and not before",
            reference = "3GPP TS 38.331 §5.5.4.1 (time to trigger)")
    void dwell(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, PATIENT);
        Network network = cdn.network(null);
        Readings readings = new Readings(router, fixtures, cdn);
        readings.after(minutes(10), 20, 30, 40);
        cdn.assertSent(network, "fra", "it is the best when this network first asks");

        readings.after(minutes(10), 30, 12, 40);
        readings.after(minutes(100), 30, 12, 40);
        cdn.assertSent(
                network, "fra", "the dwell time begins with the first request that finds a better edge: this one");
        readings.after(minutes(30), 30, 12, 11);
        cdn.assertSent(network, "fra", "requests have found a better edge for 30 min, and the dwell time is 60 min");
        readings.after(minutes(29), 30, 12, 11);
        cdn.assertSent(network, "fra", "requests have found a better edge for 59 min, and the dwell time is 60 min");
        readings.after(minutes(1), 30, 12, 11);
        cdn.assertSent(
                network,
                "iad",
                "requests have found a better edge for just 60 min, though not always the same, and this is the best now");

        readings.after(minutes(10), 12, 40, 30);
        cdn.assertSent(network, "iad", "it is the present edge, and this is the first request that finds a better one");
        readings.after(minutes(90), 12, 40, 30);
        cdn.assertSent(
                network, "fra", "this is the first request after the dwell time, and the one before found it better");

        readings.after(minutes(10), 30, 12, 40);
        cdn.assertSent(network, "fra", "it is the present edge, and this is the first request that finds a better one");
        readings.after(minutes(30), 30, 40, 11);
        cdn.assertSent(
                network, "fra", "30 min ago lhr was better, and now iad is: a better edge for 30 min, and it takes 60");
        readings.after(minutes(30), 30, 40, 11);
        cdn.assertSent(
                network,
                "iad",
                "each request for 60 min has found a better edge, the first lhr and the others iad, and this is the best now");
    }

    @Check(
            id = "a-break-starts-it-anew",
            title = "a request that finds no better edge ends the time, and it begins anew",
            reference = "3GPP TS 38.331 §5.5.4.1 (time to trigger)")
    void aBreakStartsItAnew(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, PATIENT);
        Network network = cdn.network(null);
        Readings readings = new Readings(router, fixtures, cdn);
        readings.after(minutes(10), 20, 30, 300);
        cdn.assertSent(network, "fra", "it is the best when this network first asks");

        readings.after(minutes(10), 30, 12, 300);
        cdn.assertSent(network, "fra", "the time begins with this request");
        readings.after(minutes(50), 30, 12, 300);
        cdn.assertSent(network, "fra", "lhr has been better for 50 min, and the dwell time is 60 min");
        readings.after(minutes(5), 30, 27, 300);
        cdn.assertSent(network, "fra", "it is the present edge, and a gain of 3 ms is too small");
        readings.after(minutes(15), 30, 12, 300);
        cdn.assertSent(network, "fra", "the gain was too small 15 min ago, so the time begins anew with this request");
        readings.after(minutes(30), 30, 12, 300);
        cdn.assertSent(network, "fra", "since the gain was too small, lhr has been better for 30 min only");
        readings.after(minutes(29), 30, 12, 300);
        cdn.assertSent(network, "fra", "since the gain was too small, lhr has been better for 59 min only");
        readings.after(minutes(2), 30, 12, 300);
        cdn.assertSent(network, "lhr", "it has been better for 61 min, without a break");

        readings.after(minutes(10), 12, 30, 300);
        cdn.assertSent(network, "lhr", "it is the present edge, and the time begins with this request");
        readings.after(minutes(50), 30, 12, 300);
        cdn.assertSent(network, "lhr", "it is the present edge, and the best, too");
        readings.after(minutes(15), 12, 30, 300);
        cdn.assertSent(network, "lhr", "it was the best itself 15 min ago, so the time begins anew with this request");
        readings.after(minutes(61), 12, 30, 300);
        cdn.assertSent(network, "fra", "it has been better for 61 min, without a break");
    }

    @Check(
            id = "forced-moves-start-it-anew",
            title = "who had to leave an edge that is down has a new edge, and a new time",
            reference = "the lesson: step 3.5")
    void forcedMovesStartItAnew(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, PATIENT);
        Network madrid = cdn.network(Places.MADRID);
        Network other = cdn.network(Places.MADRID);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(2, 2);
        router.settings(settings -> settings.withLatency(policy -> policy.withHalfLife(Duration.ofDays(1))));
        cdn.assertSent(madrid, "lhr", "London is the edge nearest to Madrid");
        cdn.assertSent(other, "lhr", "London is the edge nearest to Madrid");
        cdn.measured(madrid, "fra", 10);
        cdn.assertSent(madrid, "lhr", "it is the present edge, and the time begins with this request: fra takes 10 ms");

        rounds.answers("lhr", 500);
        rounds.untilSent(other, "fra", "lhr is down, and Frankfurt is the next to Madrid");
        cdn.assertSent(madrid, "fra", "lhr is down, as a viewer before has shown, and a down edge is left at once");
        cdn.advance(DWELL);
        cdn.measured(madrid, "iad", 2);
        cdn.assertSent(
                madrid,
                "fra",
                "it is the present edge, and this is the first request that finds iad better; the time that had begun at lhr"
                        + " ended with the move");
    }

    @Check(
            id = "down-is-left-at-once",
            title = "a present edge that is down is left at once, and coming back to it takes what every move takes",
            reference = "the lesson: step 3.5; RFC 2439 §1")
    void downIsLeftAtOnce(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, PATIENT);
        Network frankfurt = cdn.network(Places.FRANKFURT);
        Network brussels = cdn.network(Places.BRUSSELS);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(2, 2);
        cdn.assertSent(frankfurt, "fra", "it is in the city of this network");
        cdn.assertSent(brussels, "fra", "it is the edge nearest to Brussels");
        cdn.assertSent(STRANGER, "fra", "nothing is known of this viewer, and fra is the first edge in the settings");

        rounds.answers("fra", 500);
        rounds.untilSent(STRANGER, "lhr", "fra is down, and who is in no network is sent to the best edge that is up");
        cdn.assertSent(frankfurt, "lhr", "fra is down, as a viewer before has shown, and a down edge is left at once");
        cdn.assertSent(brussels, "lhr", "fra is down, as a viewer before has shown, and a down edge is left at once");

        rounds.answers("fra", 200);
        rounds.untilSent(STRANGER, "fra", "it is up again, and who is in no network has no present edge to stay at");
        cdn.assertSent(
                frankfurt, "lhr", "it is the present edge, and this is the first request that finds fra up again");
        cdn.advance(DWELL.minusMinutes(1));
        cdn.assertSent(frankfurt, "lhr", "fra has been better again for 59 min, and the dwell time is 60 min");
        cdn.advance(minutes(2));
        cdn.assertSent(frankfurt, "fra", "it has been better again, by 13 ms, for 61 min");
        cdn.assertSent(brussels, "lhr", "it is the present edge, and fra is better by 2 ms only");
        cdn.advance(DWELL.multipliedBy(2));
        cdn.assertSent(brussels, "lhr", "it is the present edge, and fra is better by 2 ms only");
    }

    @Check(
            id = "all-are-down",
            title = "when all edges are down, a network stays where it is as long as if all were up",
            reference = "the lesson: steps 3.4 and 3.5")
    void allAreDown(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, PATIENT);
        Network frankfurt = cdn.network(Places.FRANKFURT);
        Network newcomer = cdn.network(Places.FRANKFURT);
        Rounds rounds = new Rounds(router, fixtures, cdn).counting(2, 2);
        cdn.assertSent(STRANGER, "fra", "nothing is known of this viewer, and fra is the first edge in the settings");

        rounds.answers("fra", 500);
        rounds.untilSent(STRANGER, "lhr", "fra is down, and lhr is the next in the settings");
        cdn.assertSent(frankfurt, "lhr", "fra is down, as a viewer before has shown, and lhr is the next to Frankfurt");

        rounds.answers("lhr", 500);
        rounds.answers("iad", 500);
        rounds.untilSent(STRANGER, "fra", "all are down, and it is the first of all edges in the settings");
        cdn.assertSent(
                frankfurt,
                "lhr",
                "all are down, so it is as if all were up: it is the present edge, and this is the first request that finds fra"
                        + " better");
        cdn.assertSent(
                newcomer, "fra", "all are down, it would be the best if all were up, and there is no edge to stay at");
        cdn.advance(DWELL);
        cdn.assertSent(
                frankfurt, "fra", "all are down, and it would have been better by 13 ms for 60 min if all were up");
    }

    @Check(
            id = "nothing-to-gain",
            title = "with no margins, of two equal edges it is the first in the settings, wherever the network was",
            reference = "the lesson: steps 3.1 and 3.5")
    void nothingToGain(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, Hysteresis.NONE).withoutProbes();
        Network network = cdn.network(null);
        cdn.measured(network, "iad", 20);
        cdn.assertSent(network, "iad", "it is the only edge of which anything is known");
        cdn.measured(network, "lhr", 20);
        cdn.assertSent(
                network, "lhr", "20 ms were measured of iad and of lhr, and lhr is the first of them in the settings");
        cdn.measured(network, "fra", 20);
        cdn.assertSent(
                network, "fra", "20 ms were measured of each edge, and fra is the first of them in the settings");
    }

    @Check(
            id = "best-already",
            title = "a network that is at its best edge is not waiting to leave, even where no gain is too small",
            reference = "the lesson: step 3.5")
    void bestAlready(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, new Hysteresis(0, 0, minutes(60)));
        Network network = cdn.network(null);
        Readings readings = new Readings(router, fixtures, cdn);
        readings.after(minutes(10), 20, 30, 40);
        cdn.assertSent(network, "fra", "it is the best when this network first asks");
        readings.after(minutes(10), 20, 30, 40);
        cdn.assertSent(network, "fra", "it is still the best");

        readings.after(minutes(70), 30, 12, 40);
        cdn.assertSent(network, "fra", "this is the first request that finds another edge better");
        readings.after(minutes(59), 30, 12, 40);
        cdn.assertSent(
                network, "fra", "requests have found another edge better for 59 min, and the dwell time is 60 min");
        readings.after(minutes(1), 30, 12, 40);
        cdn.assertSent(network, "lhr", "requests have found it better for 60 min, which is the dwell time");
    }

    @Check(
            id = "each-network-for-itself",
            title = "the viewers of a network move together, and each network for itself",
            reference = "the lesson: step 3.5")
    void eachNetworkForItself(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, PATIENT);
        Network one = cdn.network(null);
        Network other = cdn.network(null);
        Readings readings = new Readings(router, fixtures, cdn);
        readings.after(minutes(10), 20, 30, 300);
        cdn.assertSent(one, "fra", "it is the best when this network first asks");
        cdn.assertSent(other, "fra", "it is the best when this network first asks");

        readings.after(minutes(10), 30, 12, 300);
        cdn.assertSent(one, "fra", "the time of this network begins with this request");
        readings.after(minutes(30), 30, 12, 300);
        cdn.assertSent(one, "fra", "another viewer of this network has found lhr better, 30 min ago");
        cdn.assertSent(other, "fra", "the time of this network begins with this request");
        readings.after(minutes(31), 30, 12, 300);
        cdn.assertSent(other, "fra", "viewers of this network have found lhr better for 31 min only");
        for (int i = 0; i < 3; i++) {
            cdn.assertSent(one, "lhr", "the first who found it better was a viewer of this network, 61 min ago");
        }
        cdn.assertSent(other, "fra", "another network has left, and this one has found lhr better for 31 min only");
        readings.after(minutes(30), 30, 12, 300);
        cdn.assertSent(other, "lhr", "viewers of this network have found it better for 61 min");
    }

    @Check(
            id = "asking-why-moves-nothing",
            title = "to ask for the decision tells where the next viewer goes, and moves nothing",
            reference = "RFC 9110 §9.2.1")
    void askingWhyMovesNothing(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = cdn(router, fixtures, PATIENT);
        Network network = cdn.network(null);
        Readings readings = new Readings(router, fixtures, cdn);

        readings.after(minutes(10), 20, 30, 300);
        assertExplained(cdn, network, "fra", "it is the best");
        readings.after(minutes(10), 30, 12, 300);
        assertExplained(cdn, network, "lhr", "no viewer of this network has asked yet, so it has no present edge");
        cdn.assertSent(network, "lhr", "it is the best when this network first asks; a question before was no viewer");

        readings.after(minutes(10), 12, 30, 300);
        assertExplained(cdn, network, "lhr", "it is the present edge, and no time has passed");
        readings.after(minutes(90), 12, 30, 300);
        assertExplained(cdn, network, "lhr", "it is the present edge, and no viewer has found a better one yet");
        cdn.assertSent(network, "lhr", "this is the first viewer who finds fra better; a question before was none");

        readings.after(minutes(30), 28, 30, 300);
        assertExplained(cdn, network, "lhr", "it is the present edge, and fra gains 2 ms only");
        readings.after(minutes(31), 12, 30, 300);
        assertExplained(
                cdn, network, "fra", "each viewer has found it better, the first 61 min ago; a question is no viewer");
        readings.after(minutes(10), 28, 30, 300);
        cdn.assertSent(network, "lhr", "fra gains 2 ms only, and nobody has moved when it was better");

        readings.after(minutes(10), 12, 30, 300);
        cdn.assertSent(network, "lhr", "the time begins with this request");
        readings.after(minutes(61), 12, 30, 300);
        assertExplained(cdn, network, "fra", "viewers have found it better for 61 min");
        cdn.assertSent(network, "fra", "viewers have found it better for 61 min, and the decision said so");
    }

    /**
     * This is the edge in the decision.
     *
     * @param why goes on after "because"
     */
    private static void assertExplained(Cdn cdn, Network network, String edge, String why) {
        String explained = cdn.explained(cdn.viewerIn(network.prefix())).edge();
        if (!explained.equals(edge)) {
            throw new AssertionError("expected the decision to say that the next viewer of " + network.prefix()
                    + " would be sent to " + edge + ", because " + why + ", but it says " + explained);
        }
    }

    /** Three edges, and a router that leaves none of them for less than this. */
    private static Cdn cdn(Instance<RouterSettings> router, Fixtures fixtures, Hysteresis margins) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("fra", Places.FRANKFURT);
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("iad", Places.WASHINGTON);
        router.settings(settings -> settings.withHysteresis(margins));
        return cdn;
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}

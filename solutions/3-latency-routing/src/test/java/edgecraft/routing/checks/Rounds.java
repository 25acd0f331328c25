package edgecraft.routing.checks;

import static edgecraft.routing.checks.RouterScene.HEALTH;

import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.OriginStub;
import edgecraft.kit.HealthPolicy;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Pace;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The rounds of probes that a router makes, one every ten seconds. What comes of a probe is known some real time after it fell due,
 * so it is waited for. Of one that falls due while another of the same edge is under way nothing comes: then it takes another round.
 */
final class Rounds {

    /** For edges that answer: no machine is so busy that it takes longer. */
    static final Duration LONG = Duration.ofSeconds(30);

    /** For edges that don't answer in time. On a busy machine a healthy one may not either, but will do so in a later round. */
    static final Duration SHORT = Duration.ofSeconds(2);

    private static final String ALWAYS = "every edge is asked once in each interval";
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** So many rounds would bring two probes of an edge, even if every other one were left out. */
    private static final int AFTERWARDS = 5;

    private static final Duration LITTLE = Duration.ofMillis(400);

    private final Instance<RouterSettings> router;
    private final Cdn cdn;
    private final Conversation conversation;
    private final Pace pace;

    /** Those of a router that has not started. Each probe may take long. */
    Rounds(Instance<RouterSettings> router, Fixtures fixtures, Cdn cdn) {
        this.router = router;
        this.cdn = cdn;
        conversation = fixtures.conversation();
        pace = fixtures.pace();
        with(policy -> policy.withInterval(INTERVAL)).within(LONG);
    }

    /** So many failures in a row make an edge go down, and so many successes bring it up. */
    Rounds counting(int down, int up) {
        return with(policy -> policy.withCounts(down, up));
    }

    /** So long a probe may take, in real time, on an ordinary machine. */
    Rounds within(Duration timeout) {
        return with(policy -> policy.withTimeout(pace.times(timeout)));
    }

    private Rounds with(UnaryOperator<HealthPolicy> change) {
        router.settings(settings -> settings.withHealth(change));
        return this;
    }

    /** From now on an edge answers its probes with this status. */
    void answers(String edge, int status) {
        now(edge, "answers probes with " + status, stub -> stub.answer(HEALTH).status(status));
    }

    /** Something happens to an edge. */
    void now(String edge, String what, Consumer<OriginStub> change) {
        conversation.note(edge, what + " from now on");
        change.accept(cdn.stub(edge));
    }

    /** One round falls due, and its probe of this edge comes. None of them is under way. */
    void one(String edge) {
        NextProbe probe = NextProbe.of(edge, cdn.stub(edge));
        move();
        if (!probe.comes(pace.times(PATIENCE))) {
            throw new AssertionError("expected " + edge + " to have been asked for " + HEALTH + " by now, because "
                    + ALWAYS + ", but it was not");
        }
    }

    /**
     * The next probes of an edge are answered. What comes of the last is not waited for.
     *
     * @param answers one after another: + is a success, - a failure
     */
    void pass(String edge, String answers) {
        long asked = asked(edge);
        next(edge, answers);
        untilAsked(asked + answers.length(), ALWAYS, edge);
    }

    /**
     * The next probes of an edge are answered, and all the while viewers in a network are sent to one edge. When it is asked anew,
     * the router has counted what came of the probe before.
     *
     * @param why goes on after "because"
     * @param answers one after another: + is a success, - a failure
     */
    void assertSentMeanwhile(Network network, String to, String why, String edge, String answers) {
        next(edge, answers);
        for (int i = 0; i < answers.length(); i++) {
            untilAsked(asked(edge) + 1, ALWAYS, edge);
            cdn.assertSent(network, to, why);
        }
    }

    private void next(String edge, String answers) {
        // A probe that has come, and is counted, is answered as was said before.
        cdn.stub(edge).line().becomesIdle();
        conversation.note(edge, "answers its next probes so: " + answers);
        // What is said last holds first.
        for (int i = answers.length() - 1; i >= 0; i--) {
            cdn.stub(edge)
                    .answer(HEALTH)
                    .status(answers.charAt(i) == '+' ? 200 : 500)
                    .once();
        }
    }

    /**
     * Rounds go on until each of these edges has been asked so many times in all.
     *
     * @param why goes on after "because"
     */
    void untilAsked(long times, String why, String... edges) {
        long deadline = System.nanoTime() + pace.times(PATIENCE).toNanos();
        Duration wait = Duration.ofMillis(300);
        for (String edge : edges) {
            while (asked(edge) < times) {
                if (System.nanoTime() - deadline > 0) {
                    throw new AssertionError("expected " + edge + " to have been asked for " + HEALTH + " "
                            + times(times) + " by now, because " + why + ", but it was asked " + times(asked(edge)));
                }
                Stream.of(edges).forEach(one -> cdn.stub(one).line().becomesIdle());
                long next = asked(edge) + 1;
                move();
                if (!cdn.stub(edge).becomesAsked(HEALTH, next, wait)) {
                    wait = wait.multipliedBy(2);
                }
            }
        }
    }

    /**
     * An edge that hangs was asked once since then, and not again.
     *
     * @param before how often it had been asked
     */
    void assertAskedOnceSince(long before, String edge) {
        cdn.stub(edge).becomesAsked(HEALTH, before + 1, pace.times(PATIENCE));
        long since = asked(edge) - before;
        if (since != 1) {
            throw new AssertionError("expected " + edge + " to have been asked for " + HEALTH + " once since it hangs,"
                    + " because that probe is still under way, but it was asked " + times(since));
        }
    }

    /** The router's server has stopped, and no more rounds begin. One probe of each edge may have begun before that. */
    void assertOver(String... edges) {
        List<BooleanSupplier> asked = Stream.of(edges).map(this::askedTwiceMore).toList();
        for (int i = 0; i < AFTERWARDS; i++) {
            move();
            if (Soon.holds(pace.times(LITTLE), () -> asked.stream().anyMatch(BooleanSupplier::getAsBoolean))) {
                throw new AssertionError(
                        "expected probes to end when the server stops, but after that the edges were still"
                                + " asked for " + HEALTH + " in each interval");
            }
        }
    }

    private BooleanSupplier askedTwiceMore(String edge) {
        long before = asked(edge);
        return () -> asked(edge) > before + 1;
    }

    /** How often an edge was asked in all. */
    long asked(String edge) {
        return cdn.stub(edge).count(HEALTH);
    }

    /** A number of times in words. */
    static String times(long n) {
        return n == 0 ? "not at all" : n == 1 ? "once" : n + " times";
    }

    /**
     * Rounds go on until viewers in a network are sent to this edge.
     *
     * @param why goes on after "because"
     */
    void untilSent(Network network, String edge, String why) {
        boolean sent = Soon.holds(pace.times(PATIENCE), () -> {
            boolean there = cdn.edgeFor(network).equals(edge);
            if (!there) {
                move();
            }
            return there;
        });
        if (!sent) {
            cdn.assertSent(network, edge, why);
        }
    }

    /**
     * In a moment viewers in a network are sent to this edge, without another round.
     *
     * @param why goes on after "because"
     */
    void assertSoonSent(Network network, String edge, String why) {
        if (!Soon.holds(pace.times(PATIENCE), () -> cdn.edgeFor(network).equals(edge))) {
            cdn.assertSent(network, edge, why);
        }
    }

    /** One more round falls due. */
    private void move() {
        if (!Soon.isDone(pace.times(PATIENCE), () -> router.advance(INTERVAL))) {
            throw new AssertionError(
                    "expected what runs at every interval to be over at once, because it only begins probes"
                            + " and does not wait for edges, but it was not over within "
                            + pace.times(PATIENCE).toSeconds() + " s");
        }
    }
}

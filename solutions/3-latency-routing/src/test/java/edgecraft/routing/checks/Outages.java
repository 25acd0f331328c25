package edgecraft.routing.checks;

import edgecraft.kit.IpAddress;
import java.time.Duration;
import java.util.Locale;

/** Many networks, and outages of the edge that is the best for all of them. */
final class Outages {

    /** How long a router may take to count an answer that it was sent, in real time. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int MOST_PROBES = 6;

    private final Cdn cdn;
    private final Heartbeats heartbeats;
    private final String edge;
    private final Audience audience;

    /** @param cdn with all its edges, each of them in a city of its own */
    Outages(Cdn cdn, String edge, int networks) {
        this.cdn = cdn;
        this.edge = edge;
        heartbeats = new Heartbeats(cdn);
        audience = new Audience(cdn, networks, cdn.site(edge).location());
    }

    Heartbeats heartbeats() {
        return heartbeats;
    }

    /** A viewer of each network asks. */
    Whereabouts ask() {
        return audience.ask();
    }

    /** The decision about each network names the edge that its viewers were sent to when they asked last. */
    void assertDecidedAsSent() {
        audience.assertDecidedAsSent();
    }

    /** Nothing has happened yet. */
    void assertAllThere() {
        ask().assertAllAt(edge, "it is their best edge, and was never down");
    }

    /** The edge goes down, and every network leaves. */
    void begin() {
        heartbeats.fails(edge);
        heartbeats.pass(4);
        Whereabouts now = ask();
        now.assertNoneAt(now.edges().keySet(), edge, "its probes have failed, and it is down");
    }

    /**
     * The edge comes up. When this returns, the router has just learned it: no time has passed since, but where a probe took
     * long to arrive.
     */
    void end() {
        heartbeats.says(edge);
        heartbeats.pass(1);
        for (int probes = 2; probes <= MOST_PROBES; probes++) {
            heartbeats.passOnce(edge);
            if (becomesUp()) {
                return;
            }
        }
        throw new AssertionError("expected the decision to say \"up\": true of " + edge + " again, because "
                + MOST_PROBES + " of its probes in a row have succeeded, but it says false");
    }

    private boolean becomesUp() {
        IpAddress anybody = IpAddress.parse("203.0.113.7");
        return Soon.holds(
                cdn.pace().times(PATIENCE),
                () -> cdn.explained(anybody).candidate(edge).up());
    }

    /**
     * About this share of the networks is back.
     *
     * @param why goes on after "because"
     */
    Whereabouts assertBack(double share, String why) {
        Whereabouts now = ask();
        int all = audience.size();
        // Five standard deviations of the share that a hash puts below a mark, and what passes until all have asked.
        double tolerance = all * (5 * Math.sqrt(share * (1 - share) / all) + 0.03);
        int back = now.at(edge).size();
        if (Math.abs(back - share * all) > tolerance) {
            throw new AssertionError(String.format(
                    Locale.ROOT,
                    "expected about %.0f of the %d networks to be back at %s, because %s, but there are %s",
                    share * all,
                    all,
                    edge,
                    why,
                    now));
        }
        return now;
    }
}

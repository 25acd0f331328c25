package edgecraft.routing.checks;

import edgecraft.fixtures.Conversation;
import edgecraft.kit.EdgeSite;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What viewers measure of all edges, again and again, and each time nothing counts but what they measured last: what is older has
 * been forgotten by then, however a router weighs it.
 */
final class Readings {

    private static final Duration HALF_LIFE = Duration.ofSeconds(5);

    /** Ten half-lives, and some more. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final Cdn cdn;
    private final Conversation conversation;

    /** Those of a router that has not started. No edge is ever found to be down. */
    Readings(Instance<RouterSettings> router, Fixtures fixtures, Cdn cdn) {
        this.cdn = cdn.withoutProbes();
        conversation = fixtures.conversation();
        router.settings(settings -> settings.withLatency(policy -> policy.withHalfLife(HALF_LIFE)));
    }

    /**
     * Time passes, and then viewers of every network report these figures.
     *
     * @param step how much time, at least a minute
     * @param millis one for each edge, in the order of the settings
     */
    void after(Duration step, double... millis) {
        if (step.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("older figures are not forgotten after " + step);
        }
        cdn.advance(step);
        List<String> entries = new ArrayList<>();
        List<String> inShort = new ArrayList<>();
        for (int i = 0; i < millis.length; i++) {
            EdgeSite edge = cdn.sites().get(i);
            for (Network network : cdn.networks()) {
                entries.add(Cdn.entry(network, edge.id(), millis[i]));
            }
            inShort.add(edge.id() + " " + Figures.inShort(millis[i]) + " ms");
        }
        conversation.note("viewers", "measured " + String.join(", ", inShort));
        cdn.report(entries);
    }
}

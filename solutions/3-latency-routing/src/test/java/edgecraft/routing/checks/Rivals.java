package edgecraft.routing.checks;

import edgecraft.fixtures.Conversation;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Two edges, London and Frankfurt, between which viewers in Madrid are sent. By distance it is London. */
final class Rivals {

    private final Cdn cdn;
    private final Conversation conversation;
    private final Random chance;
    private final Duration halfLife;

    /**
     * Results of measurements, one after another.
     *
     * @param millis in milliseconds
     */
    record Series(Network network, String edge, List<Double> millis) {}

    /** Those of a router that has not started. No edge is ever found to be down. */
    Rivals(Instance<RouterSettings> router, Fixtures fixtures) {
        cdn = new Cdn(router, fixtures).withoutProbes();
        conversation = fixtures.conversation();
        chance = Cdn.chance(fixtures);
        halfLife = Duration.ofSeconds(chance.nextBoolean() ? 20 : 300);
        router.settings(settings -> settings.withLatency(latency -> latency.withHalfLife(halfLife)));
        conversation.note("settings", "have a half-life of " + halfLife.toSeconds() + " s");
        cdn.edge("lhr", Places.LONDON);
        cdn.edge("fra", Places.FRANKFURT);
    }

    Cdn cdn() {
        return cdn;
    }

    /** So many half-lives, of those in the settings. */
    Duration halfLives(double count) {
        return Duration.ofMillis(Math.round(count * halfLife.toMillis()));
    }

    /** So many networks in Madrid. */
    List<Network> networks(int count) {
        return Stream.generate(() -> cdn.network(Places.MADRID)).limit(count).toList();
    }

    /** That many figures near to one another. */
    double[] near(double millis, int count) {
        return Figures.near(millis, count, chance);
    }

    static Series series(Network network, String edge, double... millis) {
        return new Series(network, edge, Arrays.stream(millis).boxed().toList());
    }

    /** Viewers report all of this in one batch. */
    void inOneBatch(List<Series> series) {
        note(series, "in one batch");
        List<String> entries = new ArrayList<>();
        for (Series one : series) {
            one.millis().forEach(millis -> entries.add(Cdn.entry(one.network(), one.edge(), millis)));
        }
        cdn.report(entries);
    }

    /**
     * Viewers report the first figure of each series, then the second of each, and so on.
     *
     * @param series all as long as the first
     * @param pause what time passes before each of these batches
     */
    void oneByOne(Duration pause, List<Series> series) {
        note(series, pause.isZero() ? "one after another, at the same time" : "one every " + pause.toMillis() + " ms");
        for (int i = 0; i < series.get(0).millis().size(); i++) {
            int turn = i;
            if (!pause.isZero()) {
                cdn.advance(pause);
            }
            cdn.report(series.stream()
                    .map(one ->
                            Cdn.entry(one.network(), one.edge(), one.millis().get(turn)))
                    .toList());
        }
    }

    private void note(List<Series> series, String how) {
        for (Series one : series) {
            double[] millis =
                    one.millis().stream().mapToDouble(Double::doubleValue).toArray();
            conversation.note(
                    "viewers",
                    "in " + one.network().prefix() + " measured " + one.edge() + ", in ms: " + Figures.inShort(millis)
                            + " (" + how + ")");
        }
    }
}

package edgecraft.routing.checks;

import edgecraft.fixtures.OriginAnswer;
import edgecraft.kit.EdgeSite;
import java.time.Duration;
import java.util.List;

/**
 * Probes of all edges, one round after another, and what the edges say of themselves. A router takes the answers in its own
 * time. But of one edge at most one probe is under way: so when the next one has come, the answer to the last was taken.
 */
final class Heartbeats {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    /** How long a probe that has fallen due may take to arrive. One that was left out never does. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int MOST_INTERVALS = 40;

    private final Cdn cdn;

    Heartbeats(Cdn cdn) {
        this.cdn = cdn;
    }

    /**
     * From now on, an edge answers probes as a healthy one does.
     *
     * @param fields what it says besides: pairs of name and value
     */
    void says(String edge, String... fields) {
        answers(edge, 200, fields);
    }

    /**
     * From now on, an edge answers probes with an error.
     *
     * @param fields what it says besides: pairs of name and value
     */
    void fails(String edge, String... fields) {
        answers(edge, 503, fields);
    }

    private void answers(String edge, int status, String... fields) {
        cdn.note(edge, "answers probes with " + status + inWords(fields));
        OriginAnswer answer =
                cdn.stub(edge).answer(RouterScene.HEALTH).status(status).body("fine\n");
        for (int i = 0; i < fields.length; i += 2) {
            answer.field(fields[i], fields[i + 1]);
        }
    }

    private static String inWords(String... fields) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            words.append(i == 0 ? " and " : ", ").append(fields[i]).append(": ").append(fields[i + 1]);
        }
        return words.toString();
    }

    /** Every edge is probed so many times more, at least. All answers have been taken then, but perhaps the last. */
    void pass(int times) {
        List<String> edges = cdn.sites().stream().map(EdgeSite::id).toList();
        for (int i = 0; i < times; i++) {
            pass(edges);
        }
    }

    /** This edge is probed once more, and the others perhaps. */
    void passOnce(String edge) {
        pass(List.of(edge));
    }

    private void pass(List<String> edges) {
        List<NextProbe> all =
                edges.stream().map(edge -> NextProbe.of(edge, cdn.stub(edge))).toList();
        int intervals = 0;
        do {
            if (intervals++ == MOST_INTERVALS) {
                throw new AssertionError(neverAsked(all));
            }
            cdn.advance(INTERVAL);
        } while (!all.stream().allMatch(next -> next.comes(cdn.pace().times(PATIENCE))));
        all.forEach(next -> next.stub().line().becomesIdle());
    }

    private static String neverAsked(List<NextProbe> all) {
        String edge = all.stream()
                .filter(next -> !next.comes(Duration.ZERO))
                .map(NextProbe::edge)
                .findFirst()
                .orElse("every edge");
        return "expected the router to ask " + edge + " for " + RouterScene.HEALTH
                + " every 10 s, but it has not asked for " + MOST_INTERVALS + " times as long";
    }
}

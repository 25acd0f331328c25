package edgecraft.edge.checks;

import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Viewer;
import java.util.ArrayList;
import java.util.List;

/** An edge and a plain store get the same requests: who has more hits? */
final class Contest {

    private static final int HUNDRED = 100;

    /** Among so many requests there are pages of three times the budget. */
    private static final int LATEST = 400;

    private final Readers readers;
    private final LruSimulation lru;
    private final Conversation conversation;
    private final long budget;
    private final List<SizedPage> asked = new ArrayList<>();

    /**
     * Begins with an empty edge.
     *
     * @param budget how many bytes it may store, and the plain store too
     */
    Contest(OriginStub origin, Viewer viewer, Conversation conversation, long budget) {
        this.readers = new Readers(origin, viewer, "max-age=86400");
        this.lru = new LruSimulation(budget);
        this.conversation = conversation;
        this.budget = budget;
    }

    /**
     * So many requests were hits.
     *
     * @param requests how many there were
     * @param edge how many the edge answered by itself
     * @param lru how many a store would, from which the page goes that was not used for the longest time
     * @param best more than this nobody could, not even with all requests known beforehand
     */
    record Score(int requests, int edge, int lru, int best) {

        /**
         * The edge has so many hits more in every hundred requests.
         *
         * @param why goes on after "because"
         */
        void assertBeatsLru(int points, String why) {
            int least = lru + requests * points / HUNDRED;
            if (edge < least) {
                throw new AssertionError(("expected the edge to answer at least %,d of the last %,d requests by"
                                + " itself, because plain LRU would answer %,d of them with as many bytes%s, and %s;"
                                + " but it answered %,d. (Nobody could answer more than %,d.)")
                        .formatted(least, requests, lru, worth(points), why, edge, best));
            }
        }

        private static String worth(int points) {
            return points == 0 ? "" : ", " + points + " more in every hundred requests are asked for";
        }

        @Override
        public String toString() {
            return "of %,d requests the edge answered %s by itself, plain LRU would have answered %s, and nobody more than %s"
                    .formatted(requests, share(edge, requests), share(lru, requests), share(best, requests));
        }
    }

    /** Asks for these pages, in this order. */
    Score ask(List<SizedPage> requests) {
        int hits = 0;
        int lruHits = 0;
        for (SizedPage page : requests) {
            hits += readers.hits(page) ? 1 : 0;
            lruHits += lru.hits(page) ? 1 : 0;
        }
        asked.addAll(requests);
        Score score = new Score(requests.size(), hits, lruHits, OfflineOptimum.hits(asked, requests.size(), budget));
        conversation.note("hits", score.toString());
        return score;
    }

    /**
     * The edge has not won by storing more. Ends the contest.
     *
     * @param requests those that were asked last
     */
    void assertFair(List<SizedPage> requests) {
        long held = readers.held(requests.subList(requests.size() - LATEST, requests.size()));
        if (held > budget) {
            throw new AssertionError(("expected the edge to hold no more than %,d bytes of bodies, because that is what"
                            + " it may store; but of the pages that the last %,d requests were for it has %,d bytes")
                    .formatted(budget, LATEST, held));
        }
    }

    private static String share(int hits, int requests) {
        return "%,d (%d in a hundred)".formatted(hits, Math.round((float) hits * HUNDRED / requests));
    }
}

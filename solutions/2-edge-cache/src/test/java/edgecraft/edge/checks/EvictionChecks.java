package edgecraft.edge.checks;

import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.List;

@Step("2.13")
class EvictionChecks {

    /** Room for about 65 pages. */
    private static final int BUDGET = 300 * 1024;

    /** How many hits in a hundred requests make a difference. */
    private static final int POINTS = 3;

    /** So many requests are enough to forget an old fashion: twenty times as many as there is room for pages. */
    private static final int TO_GET_USED_TO_IT = 1300;

    @Check(
            id = "zipf-with-scans",
            title = "a walk through the archive does not push out what everybody reads",
            reference = "TinyLFU (2017); S3-FIFO (2023)")
    void zipfWithScans(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        edge.settings(settings -> settings.withCacheBytes(BUDGET));
        List<SizedPage> requests = Trace.popularWithScans(random);

        Contest contest = new Contest(origin, viewer, conversation, BUDGET);
        Contest.Score score = contest.ask(requests);

        contest.assertFair(requests);
        score.assertBeatsLru(
                POINTS,
                "every third request is for a page that nobody asks for again, and a hundred pages are asked for again"
                        + " and again");
    }

    @Check(
            id = "loop",
            title = "a crawler that goes round in a circle does not push out what everybody reads",
            reference = "TinyLFU (2017); ARC (2003)")
    void loop(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        edge.settings(settings -> settings.withCacheBytes(BUDGET));
        List<SizedPage> requests = Trace.popularWithLoop(random);

        Contest contest = new Contest(origin, viewer, conversation, BUDGET);
        Contest.Score score = contest.ask(requests);

        contest.assertFair(requests);
        score.assertBeatsLru(
                POINTS,
                "every second request is a crawler's, who takes 400 pages in turn and comes to each of them again"
                        + " when it is long gone, and the others are all for the same fifty pages");
    }

    @Check(
            id = "change-of-fashion",
            title = "what was popular once does not stay for ever",
            reference = "TinyLFU (2017); LFU with aging")
    void changeOfFashion(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        edge.settings(settings -> settings.withCacheBytes(BUDGET));
        Contest contest = new Contest(origin, viewer, conversation, BUDGET);

        contest.ask(Trace.fashion(random, 3000))
                .assertBeatsLru(
                        POINTS,
                        "every third request is for a page that nobody asks for again, and eighty pages are asked for"
                                + " again and again");

        conversation.note("viewers", "ask for eighty other pages from now on");
        List<SizedPage> next = Trace.fashion(random, TO_GET_USED_TO_IT + 700);
        contest.ask(next.subList(0, TO_GET_USED_TO_IT));
        Contest.Score score = contest.ask(next.subList(TO_GET_USED_TO_IT, next.size()));

        contest.assertFair(next);
        score.assertBeatsLru(
                0,
                "%,d requests ago viewers turned to eighty other pages, and nobody wants the old ones any more"
                        .formatted(TO_GET_USED_TO_IT));
    }

    @Check(
            id = "budget-still-holds",
            title = "however it chooses, the edge stores no more than its budget, and no less than half of it",
            reference = "RFC 9111 §3; CloudFront guide: how long an object stays in an edge location")
    void budgetStillHolds(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withCacheBytes(BUDGET));
        Readers readers = new Readers(origin, viewer, "max-age=86400");
        List<SizedPage> pages = Trace.fashion(random, 500);
        List<SizedPage> rewritten = pages.stream().map(SizedPage::rewritten).toList();

        for (List<SizedPage> round : List.of(pages, rewritten, pages)) {
            round.forEach(readers::hits);
            edge.advance(Duration.ofDays(2));
        }
        rewritten.forEach(readers::hits);

        long held = readers.held(rewritten);
        if (held > BUDGET || held < BUDGET / 2) {
            throw new AssertionError(("expected the edge to hold no more than %,d bytes of bodies and no less than half"
                            + " of that, because that is what it may store, and it was asked for more; but of those"
                            + " pages it has %,d bytes")
                    .formatted(BUDGET, held));
        }
    }
}

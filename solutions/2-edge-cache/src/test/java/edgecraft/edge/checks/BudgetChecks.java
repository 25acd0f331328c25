package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.MIB;
import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertKeepsWhatItMay;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.OwnJvm;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@Step("2.8")
class BudgetChecks {

    private static final int SMALL_HEAP = 48;

    /** More objects of a MiB than the small heap has room for. */
    private static final int CROWD = 64;

    private static final int KIB = 1024;

    /** As many as viewers who leave in the middle. */
    private static final int CONNECTIONS = 4;

    /** What an object has that is to find room: eight of them fit in a MiB, with the largest page that is replaced. */
    private static final int USED = 90 * KIB;

    @Check(
            id = "holds",
            title = "what is stored is never more than the budget, and no less than half of it",
            reference = "RFC 9111 §3; CloudFront guide: how long an object stays in an edge location")
    void holds(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withCacheBytes(MIB));
        assertKeepsWhatItMay(origin, viewer, random);
        assertFillsToTheLastByte(edge.another(edge.settings().withCacheBytes(300 * KIB)), origin, random);
        Holding holding = new Holding(origin, viewer);
        for (int i = 0; i < 20; i++) {
            holding.add(random, 1, 20_000 + 1_000 * i);
            holding.add(random, 1, 40_000 - 1_000 * i);
            holding.addChunked(random, random.bytes(20_000 + 1_000 * i));
        }

        holding.askAll();

        holding.assertFills(MIB);
    }

    /** Three objects that have just as many bytes as may be stored: of two lengths are said, of one it is not. */
    private static void assertFillsToTheLastByte(Instance<EdgeSettings> edge, OriginStub origin, Randoms random) {
        Holding three = new Holding(origin, edge.viewer());
        three.add(random, 2, 100 * KIB);
        three.addChunked(random, random.bytes(100 * KIB));
        assertFit(three, origin, "they have 300 KiB together, and that is what this edge may store");
    }

    @Check(
            id = "holds-in-a-crowd",
            title = "64 objects of a MiB at the same time go through a heap of 48 MiB",
            reference = "RFC 9111 §3")
    @OwnJvm(heap = SMALL_HEAP)
    void holdsInACrowd(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        int budget = 4 * MIB;
        edge.settings(settings -> settings.withCacheBytes(budget));
        assertKeepsWhatItMay(origin, viewer, random);
        Holding holding = new Holding(origin, viewer);
        String kept = holding.add(random, random.bytes(MIB));
        holding.ask(kept);
        holding.ask(kept);
        assertAsked(origin, kept, 1, "it has a quarter of the bytes that the edge may store");
        List<byte[]> bodies = List.of(random.bytes(MIB), random.bytes(MIB), random.bytes(MIB));
        for (int i = 0; i < CROWD; i++) {
            holding.add(random, bodies.get(i % bodies.size()));
        }

        conversation.note("origin", "will send each object in 10 pieces, with 0.3 s before each");
        origin.line().paces(10, Duration.ofMillis(300));
        assertAllArrive(holding, viewer, conversation);
        origin.line().passes();

        holding.assertWithin(budget);
    }

    private static void assertAllArrive(Holding holding, Viewer viewer, Conversation conversation) {
        List<BitByBit> crowd = new ArrayList<>();
        try {
            conversation.note("viewers", "ask for " + CROWD + " objects of 1 MiB at the same time");
            holding.targets().forEach(target -> crowd.add(BitByBit.of(viewer, target, holding.body(target))));
            for (BitByBit one : crowd) {
                assertThat(one.head())
                        .because("what there is no room for is passed on without storing it")
                        .hasStatus(200);
                one.readAll();
            }
        } finally {
            crowd.forEach(BitByBit::close);
        }
    }

    @Check(
            id = "used-stays",
            title = "what is asked for again and again stays, and what nobody asks for makes room",
            reference = "CloudFront guide: how long an object stays in an edge location")
    void usedStays(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        int size = 20 * KIB;
        int budget = 8 * size;
        edge.settings(settings -> settings.withCacheBytes(budget));
        Holding holding = new Holding(origin, viewer);
        String early = holding.add(random, random.bytes(size));
        String late = holding.add(random, random.bytes(size));

        for (int i = 0; i < 100; i++) {
            if (i >= 40) {
                holding.ask(late);
            }
            holding.ask(early);
            holding.ask(holding.add(random, random.bytes(size)));
        }

        assertStayed(origin, early, "it was asked for 100 times, and everything else but one once");
        assertStayed(origin, late, "since it came it was asked for 60 times, and everything else but one once");
        holding.assertFills(budget);
    }

    /** The origin was asked for it seldom: from when on it counts as used is the edge's affair. */
    private static void assertStayed(OriginStub origin, String target, String why) {
        long asked = origin.count(target);
        if (asked > 4) {
            throw new AssertionError("expected " + target + " to stay in the store, because " + why
                    + "; but the origin was asked for it " + asked + " times");
        }
    }

    @Check(
            id = "too-large-passes",
            title = "what is larger than the whole budget passes through, and pushes nothing out",
            reference = "RFC 9111 §3")
    void tooLargePasses(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withCacheBytes(MIB));
        assertKeepsWhatItMay(origin, viewer, random);
        Holding small = new Holding(origin, viewer);
        small.add(random, 8, 100 * KIB);
        small.askAll();
        Holding large = new Holding(origin, viewer);
        large.add(random, 1, MIB + 1);
        large.add(random, 1, 3 * MIB);
        large.addChunked(random, random.bytes(MIB + 1));
        large.addChunked(random, random.bytes(3 * MIB));

        for (int times = 1; times <= 2; times++) {
            large.askAll();
            for (String target : large.targets()) {
                assertAsked(origin, target, times, "it is larger than all that the edge may store, 1 MiB");
            }
        }
        small.askAll();
        for (String target : small.targets()) {
            assertAsked(origin, target, 1, "800 KiB fit in 1 MiB, and what is not stored needs no room");
        }
    }

    @Check(
            id = "bytes-come-back",
            title = "what is replaced, evicted or not kept after all gives its bytes back",
            reference = "RFC 9111 §3, §4.3.3")
    void bytesComeBack(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        edge.settings(settings ->
                settings.withCacheBytes(MIB).withOriginConnections(CONNECTIONS).withTimeout(viewer.serversPatience()));
        Holding used = new Holding(origin, viewer);
        used.add(random, 2, USED);
        assertOneMoreFits(used, origin, random, "nothing else is stored yet");

        assertTooLargeWeighsNothing(origin, viewer, conversation, random);
        assertOneMoreFits(used, origin, random, "what turned out to be larger than that is not stored");

        String replaced = page(random);
        for (int i = 0; i < 20; i++) {
            byte[] body = random.bytes((i % 2 == 0 ? 60 : 120) * KIB);
            origin.answer(replaced).field("Cache-Control", "max-age=60").body(body);
            assertThat(viewer.get(replaced))
                    .because("the page before is 61 s old by now, and could be kept for 60 s")
                    .hasStatus(200)
                    .hasBody(body);
            edge.advance(Duration.ofSeconds(61));
        }
        assertOneMoreFits(used, origin, random, "one page was replaced 19 times, and only its last body is stored");

        conversation.note("origin", "will break off 20 answers");
        origin.line().breaksAfter(1000);
        new Holding(origin, viewer).add(random, 20, USED).forEach(target -> assertBreaks(viewer, target));
        origin.line().passes();
        assertOneMoreFits(used, origin, random, "20 answers broke off, and none of them is stored");

        Holding once = new Holding(origin, viewer);
        once.add(random, 40, USED);
        once.askAll();
        assertOneMoreFits(used, origin, random, "what was asked for once has made room, and needs none any more");
        long held = used.bytes() + once.bytes();
        if (held > MIB) {
            throw new AssertionError(
                    "expected no more than 1 MiB to be stored, because what was evicted or replaced gave"
                            + " its bytes back once; but there are " + held + " bytes");
        }
    }

    /** Some turn out to be too large on their way; to some of these, the viewer does not listen to their end. */
    private static void assertTooLargeWeighsNothing(
            OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        Holding large = new Holding(origin, viewer);
        for (int i = 0; i < 2; i++) {
            large.addChunked(random, random.bytes(2 * MIB));
        }
        large.askAll();
        byte[] body = random.bytes(8 * MIB);
        for (int i = 0; i < CONNECTIONS; i++) {
            String target = large.addChunked(random, body);
            try (BitByBit download = BitByBit.of(viewer, target, body)) {
                assertThat(download.head()).hasStatus(200);
                download.read(1000);
            }
        }
        conversation.note("viewers", CONNECTIONS + " have closed their connections after 1,000 bytes of 8 MiB");
        origin.line().becomesIdle();
        String other = page(random);
        origin.answer(other).body("another page");
        assertThat(viewer.get(other))
                .because("the settings allow " + CONNECTIONS
                        + " connections to the origin, and as many viewers left in the"
                        + " middle of what can't be stored: nobody reads the rest, so their connections are for others"
                        + " now")
                .hasStatus(200);
    }

    private static void assertBreaks(Viewer viewer, String target) {
        try {
            assertThat(viewer.get(target)).because("the origin broke off").hasStatusIn(502, 504);
        } catch (BrokenAnswerException noticed) {
            // So it should be.
        }
    }

    /** One more object finds room beside the others, at the latest when all have been asked for again and again. */
    private static void assertOneMoreFits(Holding used, OriginStub origin, Randoms random, String why) {
        used.add(random, random.bytes(USED));
        assertFit(used, origin, "there is room for 1 MiB, and " + why);
    }

    /** They are all stored, at the latest when all have been asked for again and again. */
    private static void assertFit(Holding used, OriginStub origin, String why) {
        for (int i = 0; i < 5; i++) {
            used.askAll();
        }
        int before = origin.asked();
        used.askAll();
        int asked = origin.asked() - before;
        if (asked > 0) {
            throw new AssertionError("expected %d objects of %d KiB, which were asked for 5 times each, to be stored"
                            .formatted(
                                    used.targets().size(),
                                    used.body(used.targets().get(0)).length / KIB)
                    + " by now, because " + why + "; but the origin was asked for " + asked + " of them again");
        }
    }
}

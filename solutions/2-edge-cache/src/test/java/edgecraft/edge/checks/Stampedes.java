package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertKeepsWhatItMay;
import static edgecraft.edge.checks.EdgeAssertions.lastAsked;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Gate;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import java.util.List;
import java.util.stream.IntStream;

/** Viewers who ask for the same at the same time, and what they get. */
final class Stampedes {

    /** Enough to see who waits for whom. */
    static final int FEW = 6;

    private Stampedes() {}

    /** Begins a page that says what its viewer sent in this field: {@code for } and that. */
    static OriginAnswer says(OriginStub origin, String target, String field) {
        return origin.answer(target).body(request -> "for " + String.join(", ", request.fieldValues(field)));
    }

    /** This edge lets viewers wait for one fetch where it may: without that, what it does not merge proves nothing. */
    static void assertMerges(OriginStub origin, Viewer viewer, Randoms random) {
        assertKeepsWhatItMay(origin, viewer, random);
        String target = page(random);
        String text = random.text(20);
        origin.answer(target).field("Cache-Control", "max-age=600").body(text);
        assertOneFetch(origin, viewer, random, FEW, target, text);
    }

    static void assertOneFetch(
            OriginStub origin, Viewer viewer, Randoms random, int viewers, String target, String text) {
        int before = (int) origin.count(target);
        try (Gate gate = origin.hold(target);
                Waiting waiting = new Waiting(viewer)) {
            waiting.get(viewers, target);
            gate.await(1);
            assertOthersGoOn(origin, viewer, random, 3);
            gate.open();
            waiting.answers()
                    .forEach(answer -> assertThat(answer)
                            .because("this is the page, whoever else asks for it at the same time")
                            .hasStatus(200)
                            .hasText(text));
        }
        assertAsked(
                origin,
                target,
                before + 1,
                viewers + " viewers asked at the same time, and one fetch is enough for them");
    }

    /** Others are served meanwhile; and who asked before them has arrived when they have their answers. */
    static void assertOthersGoOn(OriginStub origin, Viewer viewer, Randoms random, int others) {
        for (int i = 0; i < others; i++) {
            String target = page(random);
            String text = random.text(5);
            origin.answer(target).field("Cache-Control", "max-age=600").body(text);
            assertThat(viewer.get(target))
                    .because("the origin is slow with other pages, and not with this one")
                    .hasStatus(200)
                    .hasText(text);
        }
    }

    /** Each got the page that says what they sent; see {@link #says}. */
    static void assertOwn(List<Answer> answers, List<String> sent, String why) {
        for (int i = 0; i < sent.size(); i++) {
            assertThat(answers.get(i))
                    .because(why + ", and this viewer sent \"" + sent.get(i) + "\"")
                    .hasStatus(200)
                    .hasText("for " + sent.get(i));
        }
    }

    static void assertAtTheOrigin(Gate gate, int requests, String target, String why) {
        try {
            gate.await(requests);
        } catch (AssertionError tooFew) {
            throw new AssertionError(
                    "expected %s for %s to be at the origin at the same time, because %s, but there are %d"
                            .formatted(
                                    requests == 1 ? "1 request" : requests + " requests", target, why, gate.arrived()),
                    tooFew);
        }
    }

    /** Some viewers ask for parts of an object and one for the whole, all at the same time. */
    static void assertPartsStayApart(OriginStub origin, Viewer viewer, Randoms random) {
        byte[] body = random.bytes(3000);
        String target = inParts(origin, body, random);
        try (Gate gate = origin.hold(target);
                Waiting waiting = new Waiting(viewer)) {
            IntStream.range(0, FEW).forEach(i -> waiting.get(target, "Range", "bytes=" + i + "00-" + i + "09"));
            waiting.get(target);
            gate.await(1);
            assertOthersGoOn(origin, viewer, random, 3);
            gate.open();
            List<Answer> answers = waiting.answers();
            IntStream.range(0, FEW).forEach(i -> Parts.assertPartOrWhole(answers.get(i), body, 100 * i, 100 * i + 9));
            assertThat(answers.get(FEW))
                    .because("this viewer sent no Range, while others asked for parts")
                    .hasStatus(200)
                    .hasBody(body);
        }
        assertNobodyWaitsForAPart(origin, viewer, inParts(origin, body, random), body);
    }

    /** Unless the edge has asked for the whole, to cut the part out of that: who wants the whole may wait for it then. */
    private static void assertNobodyWaitsForAPart(OriginStub origin, Viewer viewer, String target, byte[] body) {
        try (Gate gate = origin.hold(target);
                Waiting waiting = new Waiting(viewer)) {
            waiting.get(target, "Range", "bytes=100-199");
            gate.await(1);
            waiting.get(target);
            if (!lastAsked(origin, target).fieldValues("Range").isEmpty()) {
                assertAtTheOrigin(gate, 2, target, "who wants the whole does not wait for another's part");
            }
            gate.open();
            List<Answer> answers = waiting.answers();
            Parts.assertPartOrWhole(answers.get(0), body, 100, 199);
            assertThat(answers.get(1))
                    .because("this viewer sent no Range")
                    .hasStatus(200)
                    .hasBody(body);
        }
    }

    private static String inParts(OriginStub origin, byte[] body, Randoms random) {
        String target = page(random);
        origin.answer(target)
                .field("Cache-Control", "max-age=600")
                .field("ETag", "\"" + random.name() + "\"")
                .body(body)
                .ranges();
        return target;
    }
}

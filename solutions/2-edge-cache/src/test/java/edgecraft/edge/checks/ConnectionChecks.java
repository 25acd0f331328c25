package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.MIB;
import static edgecraft.edge.checks.EdgeAssertions.assertAskedWith;
import static edgecraft.edge.checks.EdgeAssertions.assertCameAs;
import static edgecraft.edge.checks.EdgeAssertions.lastAsked;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.edge.checks.Forwarded.assertNotTakenForWhole;
import static edgecraft.edge.checks.Forwarded.assertReached;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Field;
import edgecraft.fixtures.NoAnswerException;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginLine;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Request;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;
import java.util.stream.Stream;

/** The other half of step 2.1: what happens on the connections to both sides. */
@Step("2.1")
class ConnectionChecks {

    private static final String NOT_KEPT = "no-store";

    @Check(
            id = "hop-by-hop-requests",
            title = "what a viewer says about its connection does not reach the origin",
            reference = "RFC 9110 §7.6.1")
    void hopByHopRequests(OriginStub origin, Viewer viewer, Randoms random) {
        for (String method : List.of("GET", "POST")) {
            String target = page(random);
            origin.answer(target).field("Cache-Control", NOT_KEPT);
            HopByHop hopByHop = new HopByHop(random.name());
            Field kept = new Field("X-" + random.name(), random.name());

            assertThat(ByHand.send(
                            method,
                            viewer,
                            viewer.host(),
                            target,
                            Stream.concat(hopByHop.ofRequest().stream(), Stream.of(kept))
                                    .map(Field::toString)
                                    .toArray(String[]::new)))
                    .hasStatus(200);

            Request asked = lastAsked(origin, target);
            assertAskedWith(asked, kept.name(), kept.value(), "it is a field like any other, and meant for the origin");
            hopByHop.assertGone(asked.fields(), "the origin");
        }
    }

    @Check(
            id = "hop-by-hop-answers",
            title = "what the origin says about its connection does not reach the viewer",
            reference = "RFC 9110 §7.6.1; RFC 9112 §7.1")
    void hopByHopAnswers(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        HopByHop hopByHop = new HopByHop(random.name());
        Field kept = new Field("X-" + random.name(), random.name());
        OriginAnswer says = origin.answer(target).field(kept.name(), kept.value());
        hopByHop.ofAnswer().forEach(field -> says.field(field.name(), field.value()));

        Answer answer = viewer.get(target);

        assertThat(answer)
                .hasStatus(200)
                .because("it is a field like any other, and meant for the viewer")
                .hasField(kept.name(), kept.value());
        hopByHop.assertGone(answer.fields(), "the viewer");

        String chunked = page(random);
        byte[] body = random.bytes(100_000);
        origin.answer(chunked).chunked().body(body);
        assertThat(viewer.get(chunked))
                .because("chunks are about one connection too: the edge reads the origin's and may make its own")
                .hasStatus(200)
                .hasBody(body);
    }

    @Check(
            id = "streams-both-ways",
            title = "bytes go on as they come: the edge waits for no end, in either direction",
            reference = "RFC 9112 §6; time to first byte")
    void streamsBothWays(OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        assertDownloadStreams(origin, viewer, conversation, random.bytes(4 * MIB), false, random);
        assertDownloadStreams(origin, viewer, conversation, random.bytes(2_000), false, random);
        assertDownloadStreams(origin, viewer, conversation, random.bytes(4 * MIB), true, random);
        assertUploadStreams(origin, viewer, conversation, false, random);
        assertUploadStreams(origin, viewer, conversation, true, random);
        assertUploadBreaksOff(origin, viewer, conversation, false, random);
        assertUploadBreaksOff(origin, viewer, conversation, true, random);
    }

    private static void assertDownloadStreams(
            OriginStub origin, Viewer viewer, Conversation conversation, byte[] body, boolean chunked, Randoms random) {
        String target = page(random);
        OriginAnswer says =
                origin.answer(target).field("Cache-Control", NOT_KEPT).body(body);
        if (chunked) {
            says.chunked();
        }
        conversation.note("origin", "will send one half of " + target + ", and wait with the other");
        origin.line().holdsAfter(body.length / 2);
        try (BitByBit download = BitByBit.of(viewer, target, body)) {
            assertBegins(download, body.length);
            conversation.note("origin", "sends the other half");
            origin.line().passes();
            download.readAll();
        }
    }

    private static void assertBegins(BitByBit download, int length) {
        try {
            assertThat(download.head())
                    .because("the origin has sent status and fields, and one half of the body")
                    .hasStatus(200);
            download.read(500);
        } catch (NoAnswerException waited) {
            throw new AssertionError(
                    "expected the first bytes to be with the viewer because the origin has sent one half of " + length
                            + " bytes, but they did not come: the edge waits for more before it passes on any",
                    waited);
        }
    }

    private static void assertUploadStreams(
            OriginStub origin, Viewer viewer, Conversation conversation, boolean chunked, Randoms random) {
        String target = page(random);
        origin.answer(target).status(201);
        try (SlowUpload upload = SlowUpload.of(viewer, target, chunked, random)) {
            conversation.note("viewer", "sends one half of an upload to " + target + ", and waits with the other");
            upload.sendFirstHalf();
            upload.awaitAt(origin);
            conversation.note("viewer", "sends the other half");
            upload.sendSecondHalf();
            assertThat(upload.answer())
                    .because("that is what the origin answered to the whole upload")
                    .hasStatus(201);
            assertReached(origin, target, "POST", upload.body());
        }
    }

    private static void assertUploadBreaksOff(
            OriginStub origin, Viewer viewer, Conversation conversation, boolean chunked, Randoms random) {
        String target = page(random);
        origin.answer(target).status(201);
        try (SlowUpload upload = SlowUpload.of(viewer, target, chunked, random)) {
            upload.sendTheBeginning();
            upload.awaitAt(origin);
            conversation.note("viewer", "leaves in the middle of the upload to " + target);
        }
        // An edge may also leave the request as it is, without an end.
        origin.line().becomesIdle();
        if (origin.whole(target) > 0) {
            throw new AssertionError("expected the upload to " + target
                    + " to break off at the origin too, because the viewer left in the middle of it, but the edge wrote"
                    + " the end of a complete body after "
                    + lastAsked(origin, target).body().length + " bytes, and the origin took them for the whole");
        }
    }

    @Check(
            id = "origin-fails",
            title = "no answer is a 502, a late one a 504, and a half one never looks whole",
            reference = "RFC 9110 §15.6.3, §15.6.5; RFC 9112 §8")
    void originFails(Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withTimeout(viewer.serversPatience()));
        String target = page(random);
        String text = random.text(10);
        origin.answer(target).field("Cache-Control", NOT_KEPT).body(text);
        assertThat(viewer.get(target))
                .because("nothing is wrong yet")
                .hasStatus(200)
                .hasText(text);

        OriginLine line = origin.line();
        line.isGone();
        assertFails(viewer.get(target), 502, "the origin resets every connection");
        line.hangsUp();
        assertFails(viewer.get(target), 502, "the origin closed the connection without an answer");
        assertFails(
                viewer.send("POST", target, random.bytes(1_000)),
                502,
                "the origin closed the connection without an answer");
        line.isSilent();
        assertFails(whileSilent(viewer, target), 504, patienceEnds(viewer));
        Instance<EdgeSettings> alone = edge.another(EdgeScene.settingsFor(fixtures)
                .withOrigin(fixtures.closedPort().uri())
                .withTimeout(viewer.serversPatience()));
        assertFails(alone.viewer().get(target), 502, "nobody listens where the settings say the origin is");

        assertNeverWhole(origin, viewer, random);
        assertGoesQuiet(origin, viewer, page(random), NOT_KEPT, random);
        assertGoesQuiet(origin, viewer, page(random), "max-age=600", random);
        line.passes();
        assertThat(viewer.get(target))
                .because("the origin is back, and nobody has restarted the edge")
                .hasStatus(200)
                .hasText(text);
    }

    private static String patienceEnds(Viewer viewer) {
        return "the settings let the edge wait for the origin for "
                + viewer.serversPatience().toSeconds() + " s";
    }

    private static Answer whileSilent(Viewer viewer, String target) {
        try {
            return viewer.get(target);
        } catch (NoAnswerException waited) {
            throw new AssertionError(
                    "expected status 504 because " + patienceEnds(viewer)
                            + ", but the edge was still waiting much later",
                    waited);
        }
    }

    private static void assertFails(Answer answer, int status, String why) {
        assertThat(answer).because(why).hasStatus(status).because("the edge had to say that itself");
        assertCameAs("Error", answer);
    }

    /** The origin sends one half, and then nothing, without hanging up. */
    private static void assertGoesQuiet(
            OriginStub origin, Viewer viewer, String target, String control, Randoms random) {
        byte[] body = random.bytes(200_000);
        origin.answer(target).field("Cache-Control", control).body(body);
        origin.line().holdsAfter(body.length / 2);
        try {
            assertThat(viewer.get(target))
                    .because("the origin stopped after one half of its answer, and " + patienceEnds(viewer))
                    .hasStatusIn(502, 504);
        } catch (BrokenAnswerException passedOn) {
            // As it came, so it went.
        } catch (NoAnswerException waited) {
            throw new AssertionError(
                    "expected the edge to break off too, because the origin stopped after one half of its answer, and "
                            + patienceEnds(viewer) + ", but the viewer was still waiting for the other half much later",
                    waited);
        }
    }

    /** The answer breaks off, with a length and in chunks; once short of what some servers write after a failure. */
    private static void assertNeverWhole(OriginStub origin, Viewer viewer, Randoms random) {
        byte[] body = random.bytes(200_000);
        String withLength = page(random);
        String inChunks = page(random);
        origin.answer(withLength).field("Cache-Control", NOT_KEPT).body(body);
        origin.answer(inChunks).field("Cache-Control", NOT_KEPT).chunked().body(body);
        for (int bytes : new int[] {body.length / 2, body.length - "Server Error".length()}) {
            origin.line().breaksAfter(bytes);
            String brokenOff = "the origin broke off after " + bytes + " of " + body.length + " bytes";
            assertNotTakenForWhole(viewer, withLength, brokenOff);
            assertNotTakenForWhole(viewer, inChunks, brokenOff);
        }
    }
}

package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.MIB;
import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertCameAs;
import static edgecraft.edge.checks.EdgeAssertions.assertKeepsWhatItMay;
import static edgecraft.edge.checks.EdgeAssertions.assertPart;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Gate;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.OwnJvm;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.List;

@Step("2.9")
class RangeChecks {

    private static final int SMALL_HEAP = 48;

    /** Twice the small heap. */
    private static final int LONG = 96 * MIB;

    private static final String MODIFIED = "Tue, 05 Nov 2024 09:05:00 GMT";
    private static final String LATER = "Wed, 06 Nov 2024 09:05:00 GMT";

    private static final String KEPT = "the whole object is in the store, and fresh";

    private static final List<String> NO_RANGES = List.of(
            "lines=0-9",
            "bytes=abc",
            "bytes=",
            "bytes=-",
            "bytes=9-5",
            "bytes=0-9x",
            "bytes=+0-9",
            "bytes=--5",
            "bytes=1.5-3",
            "bytes 0-9",
            "0-9");

    @Check(
            id = "part-of-a-whole",
            title = "a part of what is stored comes from the store, with the fields of the whole",
            reference = "RFC 9110 §14.2, §14.4, §15.3.7; CloudFront guide: range GETs")
    void partOfAWhole(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        byte[] body = random.bytes(3000);
        String own = "X-" + random.name();
        object(origin, target, body, random)
                .field("Content-Type", "video/mp4")
                .field("Content-Language", "fr")
                .field("Content-Location", target + ".fr")
                .field("Vary", "Accept-Language")
                .field("Expires", "Fri, 01 Jan 2038 00:00:00 GMT")
                .field(own, random.name());
        Answer whole = stored(viewer, target, body);

        edge.advance(Duration.ofSeconds(7));
        Answer part = viewer.get(target, "Range", "bytes=1000-1999");

        assertPart(part, body, 1000, 1999);
        for (String name : List.of(
                "ETag",
                "Cache-Control",
                "Last-Modified",
                "Content-Type",
                "Content-Language",
                "Content-Location",
                "Vary",
                "Expires",
                "Date",
                own)) {
            assertThat(part)
                    .because("the whole has it")
                    .hasField(name, whole.field(name).orElse("missing"));
        }
        assertThat(part).because("the whole came 7 s ago").hasField("Age", "7");
        assertCameAs("Hit", part);
        assertThat(viewer.get(target))
                .because("this viewer wants all of it, after another wanted a part")
                .hasStatus(200)
                .hasBody(body);
        assertAsked(origin, target, 1, KEPT);
    }

    @Check(
            id = "forms",
            title = "a part may go to the end, or count from it, and never goes past it",
            reference = "RFC 9110 §14.1.1, §14.1.2")
    void forms(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        byte[] body = random.bytes(3000);
        object(origin, target, body, random);
        stored(viewer, target, body);

        assertPart(viewer.get(target, "Range", "bytes=0-0"), body, 0, 0);
        assertPart(viewer.get(target, "Range", "bytes=0-2999"), body, 0, 2999);
        assertPart(viewer.get(target, "Range", "bytes=1000-"), body, 1000, 2999);
        assertPart(viewer.get(target, "Range", "bytes=0-"), body, 0, 2999);
        assertPart(viewer.get(target, "Range", "bytes=2999-"), body, 2999, 2999);
        assertPart(viewer.get(target, "Range", "bytes=-500"), body, 2500, 2999);
        assertPart(viewer.get(target, "Range", "bytes=-1"), body, 2999, 2999);
        assertPart(viewer.get(target, "Range", "bytes=-3001"), body, 0, 2999);
        assertPart(viewer.get(target, "Range", "bytes=1000-3000"), body, 1000, 2999);
        assertPart(viewer.get(target, "Range", "bytes=1000-99999999999999999999"), body, 1000, 2999);
        assertAsked(origin, target, 1, KEPT);
    }

    @Check(
            id = "not-satisfiable",
            title = "a part without a byte of the object is a 416, which says how long that is",
            reference = "RFC 9110 §14.4, §15.5.17")
    void notSatisfiable(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        byte[] body = random.bytes(3000);
        object(origin, target, body, random);
        stored(viewer, target, body);

        for (String range : List.of("bytes=3000-", "bytes=3005-3009", "bytes=99999999999999999999-", "bytes=-0")) {
            Answer answer = viewer.get(target, "Range", range);
            assertThat(answer)
                    .because("the object has the bytes 0 to 2999")
                    .hasStatus(416)
                    .because("with the length a player can ask again")
                    .hasField("Content-Range", "bytes */3000");
            assertCameAs("Hit", answer);
        }
        assertPart(viewer.get(target, "Range", "bytes=2990-3009"), body, 2990, 2999);
        assertAsked(origin, target, 1, KEPT);

        String empty = page(random);
        object(origin, empty, new byte[0], random);
        stored(viewer, empty, new byte[0]);
        for (String range : List.of("bytes=0-", "bytes=0-9")) {
            assertThat(viewer.get(empty, "Range", range))
                    .because("the object has no bytes at all")
                    .hasStatus(416)
                    .hasField("Content-Range", "bytes */0");
        }
    }

    @Check(
            id = "ignored",
            title = "a Range that can't be understood counts as not sent",
            reference = "RFC 9110 §14.2, §14.6; CloudFront guide: range GETs")
    void ignored(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        byte[] body = random.bytes(3000);
        object(origin, target, body, random);
        stored(viewer, target, body);
        assertPart(viewer.get(target, "Range", "bytes=0-9"), body, 0, 9);

        for (String range : NO_RANGES) {
            assertThat(viewer.get(target, "Range", range))
                    .because("\"" + range + "\" is no range of bytes")
                    .hasStatus(200)
                    .hasBody(body);
        }
        for (String range : List.of("bytes=0-9", "bytes=3000-")) {
            assertThat(viewer.head(target, "Range", range))
                    .because("a HEAD is about the whole object: only a GET has parts")
                    .hasStatus(200);
        }
        Parts.assertSeveral(viewer.get(target, "Range", "bytes=10-19,1000-1009,-10"), body, 10, 1000, 2990);
        assertAsked(origin, target, 1, KEPT);

        String gone = page(random);
        object(origin, gone, body, random).status(404);
        assertThat(viewer.get(gone)).hasStatus(404).hasBody(body);
        assertThat(viewer.get(gone, "Range", "bytes=0-9"))
                .because("only a 200 has parts, and this is an error")
                .hasStatus(404)
                .hasBody(body);
    }

    @Check(
            id = "if-range",
            title = "who has parts of another object gets the whole of this one",
            reference = "RFC 9110 §13.1.5")
    void ifRange(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        byte[] body = random.bytes(3000);
        object(origin, target, body, random);
        String tag = stored(viewer, target, body).field("ETag").orElse("");

        assertPart(viewer.get(target, "Range", "bytes=10-19", "If-Range", tag), body, 10, 19);
        for (String other : List.of("\"" + random.name() + "\"", tag.replaceFirst("\"$", "0\""), "W/" + tag)) {
            assertThat(viewer.get(target, "Range", "bytes=10-19", "If-Range", other))
                    .because("the viewer has parts of " + other + ", and this one is " + tag)
                    .hasStatus(200)
                    .hasBody(body);
        }
        assertThat(viewer.get(target, "Range", "bytes=10-19", "If-Range", LATER))
                .because("the viewer has parts of what was modified on " + LATER + ", and this one was on " + MODIFIED)
                .hasStatus(200)
                .hasBody(body);
        Parts.assertPartOrWhole(viewer.get(target, "Range", "bytes=10-19", "If-Range", MODIFIED), body, 10, 19);
        assertAsked(origin, target, 1, KEPT);

        String unknown = page(random);
        object(origin, unknown, body, random).ranges();
        assertThat(viewer.get(unknown, "Range", "bytes=10-19", "If-Range", tag))
                .because("nothing is stored, so the origin is asked; the viewer has parts of " + tag
                        + ", and the origin's object has another tag: with a part of it the viewer could do nothing")
                .hasStatus(200)
                .hasBody(body);

        String weakly = page(random);
        String weak = "W/" + tag;
        origin.answer(weakly)
                .field("Cache-Control", "max-age=600")
                .field("ETag", weak)
                .body(body);
        stored(viewer, weakly, body);
        assertPart(viewer.get(weakly, "Range", "bytes=10-19"), body, 10, 19);
        assertThat(viewer.get(weakly, "Range", "bytes=10-19", "If-Range", weak))
                .because("a weak tag does not promise the same bytes, even if it is the same tag")
                .hasStatus(200)
                .hasBody(body);
    }

    @Check(
            id = "part-is-not-the-whole",
            title = "the answer to one viewer's Range is never another's whole object",
            reference = "RFC 9111 §3.3; RFC 9110 §15.3.7")
    void partIsNotTheWhole(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        byte[] body = random.bytes(3000);
        object(origin, target, body, random).ranges();

        assertPart(viewer.get(target, "Range", "bytes=100-199"), body, 100, 199);
        assertPart(viewer.get(target, "Range", "bytes=500-"), body, 500, 2999);
        assertThat(viewer.get(target))
                .because("others have asked for parts, and this viewer wants all")
                .hasStatus(200)
                .hasBody(body);
        assertPart(viewer.get(target, "Range", "bytes=2000-2099"), body, 2000, 2099);

        String other = page(random);
        object(origin, other, body, random).ranges();
        assertThat(viewer.get(other, "Range", "bytes=3000-"))
                .because("the object has the bytes 0 to 2999")
                .hasStatus(416);
        assertThat(viewer.get(other))
                .because("it was another viewer who asked for what is not there")
                .hasStatus(200)
                .hasBody(body);
        long asked = origin.count(other);
        stored(viewer, other, body);
        assertAsked(origin, other, (int) asked, KEPT);

        for (String control : List.of("max-age=600", "no-store")) {
            String whole = page(random);
            origin.answer(whole).field("Cache-Control", control).body(body);
            // The origin sends the whole. An edge that fetches it for all may cut the part out.
            Parts.assertPartOrWhole(viewer.get(whole, "Range", "bytes=100-199"), body, 100, 199);
        }
        String known = page(random);
        String tag = "\"" + random.name() + "\"";
        origin.answer(known)
                .field("Cache-Control", "max-age=600")
                .field("ETag", tag)
                .body(body)
                .ranges();
        assertThat(viewer.get(known, "Range", "bytes=100-199", "If-None-Match", tag))
                .because("the viewer has this very object, and needs no part of it")
                .hasStatus(304)
                .hasNoBody();
        stored(viewer, known, body);
        int before = (int) origin.count(known);
        assertThat(viewer.get(known, "Range", "bytes=100-199", "If-None-Match", tag))
                .because("conditions come before ranges: the viewer has this very object, and needs no part of it")
                .hasStatus(304)
                .hasNoBody();
        assertPart(
                viewer.get(known, "Range", "bytes=100-199", "If-None-Match", "\"" + random.name() + "\""),
                body,
                100,
                199);
        assertAsked(origin, known, before, KEPT);
    }

    @Check(
            id = "larger-than-the-heap",
            title = "an object of 96 MiB goes through a JVM with a heap of 48 MiB",
            reference = "RFC 9112 §6, §7.1")
    @OwnJvm(heap = SMALL_HEAP)
    void largerThanTheHeap(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withCacheBytes(4 * MIB));
        assertKeepsWhatItMay(origin, viewer, random);
        byte[] body = random.bytes(LONG);
        String video = page(random);
        object(origin, video, body, random);
        String live = page(random);
        object(origin, live, body, random).chunked();

        for (String target : List.of(video, live)) {
            try (BitByBit download = BitByBit.of(viewer, target, body)) {
                assertThat(download.head()).hasStatus(200);
                download.readAll();
            }
        }
    }

    @Check(
            id = "first-byte-early",
            title = "the first bytes are with the viewer before the last have left the origin",
            reference = "RFC 9112 §6, §7.1; time to first byte")
    void firstByteEarly(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        edge.settings(settings -> settings.withCacheBytes(MIB));
        assertKeepsWhatItMay(origin, viewer, random);
        byte[] body = random.bytes(8 * MIB);
        String video = page(random);
        object(origin, video, body, random);
        String live = page(random);
        object(origin, live, body, random).chunked();

        for (String target : List.of(video, live)) {
            conversation.note("origin", "will send 4 of 8 MiB, and wait with the rest");
            origin.line().holdsAfter(4 * MIB);
            try (BitByBit download = BitByBit.of(viewer, target, body)) {
                assertThat(download.head()).hasStatus(200);
                download.read(1000);

                conversation.note("origin", "sends the rest");
                origin.line().passes();
                download.readAll();
            }
        }
    }

    @Check(
            id = "unknown-length",
            title = "an object of unknown length is stored if it turns out to fit, and passes if not",
            reference = "RFC 9112 §7.1; RFC 9111 §3.3")
    void unknownLength(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withCacheBytes(MIB));
        String target = page(random);
        byte[] body = random.bytes(50_000);
        object(origin, target, body, random).chunked();
        stored(viewer, target, body);
        stored(viewer, target, body);
        assertPart(viewer.get(target, "Range", "bytes=-100"), body, 49_900, 49_999);
        assertAsked(origin, target, 1, "it turned out to have 50,000 bytes, and there is room for 1 MiB");

        String nearly = page(random);
        byte[] most = random.bytes(900_000);
        object(origin, nearly, most, random).chunked();
        stored(viewer, nearly, most);
        stored(viewer, nearly, most);
        assertAsked(origin, nearly, 1, "it turned out to have 900,000 bytes, and there is room for as many");

        String large = page(random);
        byte[] much = random.bytes(4 * MIB);
        object(origin, large, much, random).chunked();
        for (int times = 1; times <= 2; times++) {
            assertThat(viewer.get(large))
                    .because("what has no room in the store has to pass all the same")
                    .hasStatus(200)
                    .hasBody(much);
            assertAsked(origin, large, times, "it turned out to have 4 MiB, and there is room for 1 MiB");
        }
    }

    @Check(
            id = "broken-off-is-not-stored",
            title = "half an object is never stored, whatever was to tell its end",
            reference = "RFC 9111 §3.3; RFC 9112 §8; CloudFront guide: incomplete responses")
    void brokenOffIsNotStored(OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        assertKeepsWhatItMay(origin, viewer, random);
        for (int length : List.of(20_000, MIB)) {
            byte[] body = random.bytes(length);
            for (int sent : List.of(1000, length - 1)) {
                String known = page(random);
                object(origin, known, body, random);
                String chunked = page(random);
                object(origin, chunked, body, random).chunked();

                conversation.note("origin", "will break off after " + sent + " of " + length + " bytes");
                origin.line().breaksAfter(sent);
                assertNotTakenForWhole(viewer, known);
                assertNotTakenForWhole(viewer, chunked);
                origin.line().passes();
                assertWholeIsStored(origin, viewer, known, body, "it broke off when the viewer before asked for it");
                assertWholeIsStored(origin, viewer, chunked, body, "it broke off when the viewer before asked for it");
            }
        }
    }

    /** A viewer notices that the object is not complete: the answer breaks off, or is an error. */
    private static void assertNotTakenForWhole(Viewer viewer, String target) {
        try {
            assertThat(viewer.get(target))
                    .because("the origin broke off, and no answer may end as if it were complete")
                    .hasStatusIn(502, 504);
        } catch (BrokenAnswerException noticed) {
            // So it should be.
        }
    }

    @Check(
            id = "viewer-leaves",
            title = "a viewer who leaves in the middle spoils nothing for the next",
            reference = "RFC 9111 §3.3; CloudFront guide: dropped connections")
    void viewerLeaves(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        edge.settings(settings -> settings.withCacheBytes(4 * MIB));
        assertKeepsWhatItMay(origin, viewer, random);
        String fits = page(random);
        byte[] body = random.bytes(3 * MIB);
        object(origin, fits, body, random);
        // Slowly, so that the edge notices while the object is on its way that nobody reads it.
        origin.line().paces(60, Duration.ofMillis(10));
        try (Gate gate = origin.hold(fits);
                Waiting leaving = new Waiting(viewer)) {
            leaving.get(fits);
            gate.await(1);
        }
        conversation.note("viewer", "closes the connection");
        assertWholeIsStored(origin, viewer, fits, body, "it was another viewer who left");
        origin.line().passes();

        String large = page(random);
        byte[] much = random.bytes(8 * MIB);
        object(origin, large, much, random);
        origin.line().holdsAfter(4 * MIB);
        try (BitByBit download = BitByBit.of(viewer, large, much)) {
            assertThat(download.head()).hasStatus(200);
            download.read(1000);
        }
        conversation.note("viewer", "closes the connection after 1,000 bytes of 8 MiB");
        origin.line().passes();
        assertThat(viewer.get(large))
                .because("it was another viewer who left")
                .hasStatus(200)
                .hasBody(much);
    }

    private static OriginAnswer object(OriginStub origin, String target, byte[] body, Randoms random) {
        return origin.answer(target)
                .field("Cache-Control", "max-age=600")
                .field("ETag", "\"" + random.name() + "\"")
                .field("Last-Modified", MODIFIED)
                .body(body);
    }

    /** The answer to a viewer who wants all; from now on it is in the store. */
    private static Answer stored(Viewer viewer, String target, byte[] body) {
        Answer whole = viewer.get(target);
        assertThat(whole)
                .because("the origin has this object, and the viewer wants all of it")
                .hasStatus(200)
                .hasBody(body);
        return whole;
    }

    private static void assertWholeIsStored(OriginStub origin, Viewer viewer, String target, byte[] body, String why) {
        assertThat(viewer.get(target)).because(why).hasStatus(200).hasBody(body);
        int asked = (int) origin.count(target);
        stored(viewer, target, body);
        assertAsked(origin, target, asked, "now the whole object is in the store");
    }
}

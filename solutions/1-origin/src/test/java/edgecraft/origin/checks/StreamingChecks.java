package edgecraft.origin.checks;

import static edgecraft.fixtures.Expect.assertThat;
import static edgecraft.origin.checks.OriginAssertions.assertPart;
import static edgecraft.origin.checks.OriginAssertions.oneOfMany;
import static edgecraft.origin.checks.OriginAssertions.over;
import static edgecraft.origin.checks.OriginAssertions.tagOf;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Download;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.OriginSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.OwnJvm;
import edgecraft.workshop.check.Step;

@Step("1.6")
class StreamingChecks {

    private static final int MIB = 1024 * 1024;

    private static final int SMALL_HEAP = 48;

    /** More than an S3 client holds connections for. */
    private static final int MANY = 60;

    /** Twice the heap. */
    private static final int LONG = 96 * MIB;

    @Check(
            id = "larger-than-the-heap",
            title = "an object of 96 MiB goes through a JVM with a heap of 48 MiB",
            reference = "AWS SDK for Java guide: streams")
    @OwnJvm(heap = SMALL_HEAP)
    void largerThanTheHeap(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject video = bucket.put(StoredObject.of(random.key("", ".mp4"), random.bytes(LONG)));

        try (Download download = Download.of(viewer, "/" + video.key(), video.body())) {
            assertThat(download.head())
                    .hasStatus(200)
                    .because("an object whose length is known needs no chunks")
                    .hasField("Content-Length", Integer.toString(LONG));
            download.readAll(0);
        }
    }

    @Check(
            id = "long-part",
            title = "so does a part of 80 MiB",
            reference = "RFC 9110 §14.2; AWS SDK for Java guide: streams")
    @OwnJvm(heap = SMALL_HEAP)
    void longPart(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject video = bucket.put(StoredObject.of(random.key("", ".mp4"), random.bytes(LONG)));
        int first = LONG - 80 * MIB;

        try (Download download =
                Download.of(viewer, "/" + video.key(), video.body(), "Range: bytes=" + first + "-\r\n")) {
            assertThat(download.head())
                    .hasStatus(206)
                    .hasField("Content-Range", "bytes " + first + "-" + (LONG - 1) + "/" + LONG)
                    .hasField("Content-Length", Integer.toString(80 * MIB));
            download.readAll(first);
        }
    }

    @Check(
            id = "first-byte-early",
            title = "the first bytes are with the viewer before the last have left the bucket",
            reference = "RFC 9112 §6; time to first byte")
    void firstByteEarly(
            Instance<OriginSettings> origin,
            BucketLink link,
            Bucket bucket,
            Viewer viewer,
            Conversation conversation,
            Randoms random) {
        over(link, origin);
        StoredObject video = bucket.put(StoredObject.of(random.key("", ".mp4"), random.bytes(8 * MIB)));
        conversation.note("bucket", "will send one half of it, and wait with the other");
        link.holdsAfter(4 * MIB);

        try (Download download = Download.of(viewer, "/" + video.key(), video.body())) {
            assertThat(download.head()).hasStatus(200);
            download.read(0, 1000);

            conversation.note("bucket", "sends the other half");
            link.passes();
            download.readAll(1000);
        }
    }

    @Check(
            id = "side-by-side",
            title = "one viewer's long download holds up nobody else",
            reference = "Javalin: concurrency")
    void sideBySide(
            Instance<OriginSettings> origin,
            BucketLink link,
            Bucket bucket,
            Viewer viewer,
            Conversation conversation,
            Randoms random) {
        over(link, origin);
        StoredObject video = bucket.put(StoredObject.of(random.key("", ".mp4"), random.bytes(4 * MIB)));
        StoredObject page = bucket.put(random.object(random.key("", ".html")));
        conversation.note("bucket", "will send 1 MiB of the first, and wait with the rest");
        link.holdsAfter(MIB);

        try (Download download = Download.of(viewer, "/" + video.key(), video.body())) {
            assertThat(download.head()).hasStatus(200);
            download.read(0, 1000);

            assertThat(viewer.get("/" + page.key()))
                    .because("this is another viewer, who asks while the first one's download goes on")
                    .hasStatus(200)
                    .hasBody(page.body());
            link.passes();
            download.readAll(1000);
        }
    }

    @Check(
            id = "viewer-leaves",
            title = "when the viewer leaves, the download from S3 ends too",
            reference = "AWS SDK for Java API: ResponseInputStream.abort")
    void viewerLeaves(
            Instance<OriginSettings> origin,
            BucketLink link,
            Bucket bucket,
            Viewer viewer,
            Conversation conversation,
            Randoms random) {
        over(link, origin);
        StoredObject video = bucket.put(StoredObject.of(random.key("", ".mp4"), random.bytes(64 * MIB)));
        StoredObject page = bucket.put(random.object(random.key("", ".html")));
        assertThat(viewer.get("/" + page.key())).hasStatus(200).hasBody(page.body());
        link.holdsAfter(32 * MIB);

        try (Download download = Download.of(viewer, "/" + video.key(), video.body())) {
            assertThat(download.head()).hasStatus(200);
            download.read(0, 1000);
        }
        conversation.note("viewer", "closes the connection after 1,000 of 64 MiB");

        if (!link.becomesIdle()) {
            throw new AssertionError(
                    "expected the origin to hang up on S3 soon after its viewer did, but the download from"
                            + " S3 still goes on: it costs money, and keeps a connection that others need. (To close a stream of"
                            + " S3's is to read the rest of it first; abort() hangs up.)");
        }
        link.passes();
        assertThat(viewer.get("/" + page.key())).hasStatus(200).hasBody(page.body());
    }

    @Check(
            id = "part-costs-a-part",
            title = "for a part of an object only that part leaves the bucket",
            reference = "S3 API: GetObject, Range")
    void partCostsAPart(
            Instance<OriginSettings> origin, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        over(link, origin);
        StoredObject video = bucket.put(StoredObject.of(random.key("", ".mp4"), random.bytes(32 * MIB)));
        int length = video.body().length;

        assertPart(viewer.get("/" + video.key(), "Range", "bytes=-1000"), video, length - 1000, length - 1);
        assertPart(viewer.get("/" + video.key(), "Range", "bytes=30000000-30000999"), video, 30_000_000, 30_000_999);

        assertLittleLeftTheBucket(link, "two parts of 1,000 bytes each");
    }

    @Check(
            id = "no-body-costs-nothing",
            title = "what is not sent to the viewer does not leave the bucket",
            reference = "S3 API: HeadObject")
    void noBodyCostsNothing(
            Instance<OriginSettings> origin, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        over(link, origin);
        StoredObject video = bucket.put(StoredObject.of(random.key("", ".mp4"), random.bytes(32 * MIB)));
        String path = "/" + video.key();

        Answer head = viewer.head(path);
        String tag = tagOf(head);
        assertThat(viewer.get(path, "If-None-Match", tag)).hasStatus(304);
        assertThat(viewer.get(path, "If-Match", "\"" + random.name() + "\"")).hasStatus(412);
        assertThat(viewer.get(path, "Range", "bytes=99999999-")).hasStatus(416);

        assertLittleLeftTheBucket(link, "four answers without a byte of the object");

        StoredObject page = bucket.put(random.object(random.key("", ".html")));
        String known = tagOf(viewer.get("/" + page.key()));
        for (int i = 1; i <= MANY; i++) {
            assertThat(oneOfMany(i, () -> viewer.get("/" + page.key(), "If-None-Match", known)))
                    .because("304 number " + i + " costs no more than number 1: each gives back its connection to S3")
                    .hasStatus(304);
        }
        assertThat(viewer.get("/" + page.key())).hasStatus(200).hasBody(page.body());
    }

    private static void assertLittleLeftTheBucket(BucketLink link, String sentToTheViewer) {
        if (link.sent() > 8 * MIB) {
            throw new AssertionError("expected little to leave the bucket for " + sentToTheViewer
                    + ", but S3 had to send " + link.sent() / MIB + " MiB of an object of 32 MiB");
        }
    }
}

package edgecraft.origin.checks;

import static edgecraft.fixtures.Expect.assertThat;
import static edgecraft.origin.checks.OriginAssertions.assertNothingOfS3;
import static edgecraft.origin.checks.OriginAssertions.assertPart;
import static edgecraft.origin.checks.OriginAssertions.modifiedOf;
import static edgecraft.origin.checks.OriginAssertions.over;
import static edgecraft.origin.checks.OriginAssertions.tagOf;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.HttpDate;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.OriginSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

@Step("1.5")
class RangeChecks {

    private static final List<String> NO_RANGES = List.of(
            "lines=0-9",
            "bytes=abc",
            "bytes=",
            "bytes=-",
            "bytes=5",
            "bytes=9-5",
            "bytes=0-9x",
            "bytes=0-9-20",
            "bytes=+0-9",
            "bytes=--5",
            "bytes=1.5-3",
            "bytes=0x0-9",
            "bytes 0-9",
            "0-9");

    @Check(id = "accept-ranges", title = "an object says that parts of it can be had", reference = "RFC 9110 §14.3")
    void acceptRanges(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".mp4")));

        assertThat(viewer.get("/" + object.key()))
                .hasStatus(200)
                .because("players look for it before they let anybody seek")
                .hasField("Accept-Ranges", "bytes");
        assertThat(viewer.head("/" + object.key())).hasStatus(200).hasField("Accept-Ranges", "bytes");
    }

    @Check(
            id = "first-bytes",
            title = "a part is a 206 with just those bytes, and says which they are",
            reference = "RFC 9110 §14.2, §14.4, §15.3.7")
    void firstBytes(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".mp4")));
        String path = "/" + object.key();

        assertPart(viewer.get(path, "Range", "bytes=0-99"), object, 0, 99);
        assertPart(viewer.get(path, "Range", "bytes=100-1299"), object, 100, 1299);
        assertPart(viewer.get(path, "Range", "bytes=7-7"), object, 7, 7);
        assertPart(viewer.get(path, "Range", "bytes=0-0"), object, 0, 0);
        StoredObject home = bucket.put(random.object("index.html"));
        assertPart(viewer.get("/", "Range", "bytes=0-99"), home, 0, 99);
    }

    @Check(
            id = "to-the-end",
            title = "a part may be all from a position on, or the last bytes",
            reference = "RFC 9110 §14.1.2")
    void toTheEnd(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".mp4")));
        String path = "/" + object.key();
        int length = object.body().length;

        assertPart(viewer.get(path, "Range", "bytes=1000-"), object, 1000, length - 1);
        assertPart(viewer.get(path, "Range", "bytes=0-"), object, 0, length - 1);
        assertPart(viewer.get(path, "Range", "bytes=" + (length - 1) + "-"), object, length - 1, length - 1);
        assertPart(viewer.get(path, "Range", "bytes=-500"), object, length - 500, length - 1);
        assertPart(viewer.get(path, "Range", "bytes=-1"), object, length - 1, length - 1);
    }

    @Check(
            id = "end-past-the-object",
            title = "a part that goes past the end is cut off there",
            reference = "RFC 9110 §14.1.2")
    void endPastTheObject(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".mp4")));
        String path = "/" + object.key();
        int length = object.body().length;

        assertPart(viewer.get(path, "Range", "bytes=1000-" + length), object, 1000, length - 1);
        assertPart(viewer.get(path, "Range", "bytes=0-9999999"), object, 0, length - 1);
        assertPart(viewer.get(path, "Range", "bytes=-" + (length + 1)), object, 0, length - 1);
    }

    @Check(
            id = "not-satisfiable",
            title = "a part with no byte of the object in it is a 416, which says how long the object is",
            reference = "RFC 9110 §14.4, §15.5.17")
    void notSatisfiable(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".mp4")));
        StoredObject empty = bucket.put(StoredObject.text(random.key("", ".txt"), ""));
        int length = object.body().length;
        assertPart(viewer.get("/" + object.key(), "Range", "bytes=0-9"), object, 0, 9);

        for (String range :
                List.of("bytes=" + length + "-", "bytes=" + (length + 5) + "-" + (length + 9), "bytes=-0")) {
            assertThat(viewer.get("/" + object.key(), "Range", range))
                    .because("the object has the bytes 0 to " + (length - 1))
                    .hasStatus(416)
                    .because("with the length a player can ask again")
                    .hasField("Content-Range", "bytes */" + length);
        }
        assertThat(viewer.get("/" + empty.key(), "Range", "bytes=0-"))
                .because("an empty object has no byte 0")
                .hasStatus(416)
                .hasField("Content-Range", "bytes */0");
    }

    @Check(
            id = "malformed-is-ignored",
            title = "a Range that can't be understood counts as not sent",
            reference = "RFC 9110 §14.2")
    void malformedIsIgnored(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".mp4")));
        assertPart(viewer.get("/" + object.key(), "Range", "bytes=0-9"), object, 0, 9);

        for (String range : NO_RANGES) {
            assertThat(viewer.get("/" + object.key(), "Range", range))
                    .because("\"" + range + "\" is no range of bytes")
                    .hasStatus(200)
                    .hasBody(object.body());
        }
    }

    @Check(
            id = "huge-numbers",
            title = "positions may be larger than any object and any number type",
            reference = "RFC 9110 §14.1.1")
    void hugeNumbers(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".mp4")));
        String path = "/" + object.key();
        int length = object.body().length;

        assertPart(viewer.get(path, "Range", "bytes=100-" + Long.MAX_VALUE), object, 100, length - 1);
        assertPart(viewer.get(path, "Range", "bytes=100-99999999999999999999"), object, 100, length - 1);
        assertPart(viewer.get(path, "Range", "bytes=-99999999999999999999"), object, 0, length - 1);
        String zeros = "0".repeat(20);
        assertPart(viewer.get(path, "Range", "bytes=" + zeros + "100-" + zeros + "199"), object, 100, 199);
        for (String range :
                List.of("bytes=4294967296-", "bytes=18446744073709551616-", "bytes=99999999999999999999-")) {
            assertThat(viewer.get(path, "Range", range))
                    .because("the object ends long before")
                    .hasStatus(416)
                    .hasField("Content-Range", "bytes */" + length);
        }
        assertThat(viewer.get(path, "Range", "bytes=20000000000000000000-10000000000000000000"))
                .because("an end before the start is no range, however large both are")
                .hasStatus(200)
                .hasBody(object.body());
    }

    @Check(id = "same-fields", title = "a part has the fields of the whole", reference = "RFC 9110 §15.3.7")
    void sameFields(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".mp4"))
                .with("Content-Type", "video/mp4")
                .with("Cache-Control", "max-age=60")
                .with("Content-Encoding", "gzip")
                .with("Content-Language", "fr")
                .with("Content-Disposition", "attachment; filename=\"" + random.name() + ".mp4\"")
                .with("Expires", "Fri, 01 Jan 2038 00:00:00 GMT")
                .withMetadata("author", random.name()));
        Answer whole = viewer.get("/" + object.key());
        String tag = tagOf(whole);

        Answer part = viewer.get("/" + object.key(), "Range", "bytes=10-19");

        assertPart(part, object, 10, 19);
        assertThat(part)
                .because("with the same tag a viewer knows that two parts belong together")
                .hasField("ETag", tag);
        Stream.concat(Stream.of("Last-Modified"), object.fields().keySet().stream())
                .forEach(name -> assertThat(part)
                        .because("the whole object has it")
                        .hasField(name, whole.field(name).orElse("")));
        assertNothingOfS3(part, bucket);
    }

    @Check(
            id = "if-range",
            title = "who has parts of another object gets the whole of this one",
            reference = "RFC 9110 §13.1.5")
    void ifRange(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".mp4")));
        String path = "/" + object.key();
        Answer whole = viewer.get(path);
        String tag = tagOf(whole);
        Instant modified = modifiedOf(whole);

        assertPart(viewer.get(path, "Range", "bytes=10-19", "If-Range", tag), object, 10, 19);
        for (String validator : List.of(
                "\"" + random.name() + "\"",
                "W/" + tag,
                HttpDate.format(modified.minusSeconds(1)),
                HttpDate.format(modified.plusSeconds(1)))) {
            assertThat(viewer.get(path, "Range", "bytes=10-19", "If-Range", validator))
                    .because("what the viewer has is of an object with the validator " + validator
                            + "; this one has the tag " + tag + " and was stored at " + HttpDate.format(modified))
                    .hasStatus(200)
                    .hasBody(object.body());
        }
    }

    @Check(id = "conditions-first", title = "conditions are looked at before the range", reference = "RFC 9110 §13.2.2")
    void conditionsFirst(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".mp4")));
        String path = "/" + object.key();
        String tag = tagOf(viewer.get(path));
        String other = "\"" + random.name() + "\"";

        assertPart(viewer.get(path, "Range", "bytes=0-9", "If-Match", tag), object, 0, 9);
        assertPart(viewer.get(path, "Range", "bytes=0-9", "If-None-Match", other), object, 0, 9);
        for (String range : List.of("bytes=0-9", "bytes=9999999-")) {
            assertThat(viewer.get(path, "Range", range, "If-None-Match", tag))
                    .because("the viewer has the object already, so it needs no part of it")
                    .hasStatus(304)
                    .hasNoBody();
            assertThat(viewer.get(path, "Range", range, "If-Match", other))
                    .because("the object that the viewer wants a part of is not there")
                    .hasStatus(412);
        }
    }

    @Check(id = "parts-of-objects-only", title = "HEAD and the error page know no parts", reference = "RFC 9110 §14.2")
    void partsOfObjectsOnly(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".mp4")));
        StoredObject page = bucket.put(StoredObject.html("errors/404.html", "<h1>" + random.text(9) + "</h1>"));
        assertPart(viewer.get("/" + object.key(), "Range", "bytes=0-9"), object, 0, 9);

        for (String range : List.of("bytes=0-9", "bytes=9999999-")) {
            assertThat(viewer.head("/" + object.key(), "Range", range))
                    .because("a Range is for GET alone")
                    .hasStatus(200)
                    .hasField("Content-Length", Integer.toString(object.body().length))
                    .hasNoField("Content-Range");
            assertThat(viewer.get("/" + random.key("", ".mp4"), "Range", range))
                    .because("there is no such object, so the range is of nothing")
                    .hasStatus(404)
                    .hasBody(page.body())
                    .hasNoField("Content-Range");
        }
    }

    @Check(
            id = "replaced-meanwhile",
            title = "an object that is replaced or deleted while you decide is not taken for the one you looked at",
            reference = "S3 API: GetObject, If-Match")
    void replacedMeanwhile(
            Instance<OriginSettings> origin, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        over(link, origin);
        StoredObject before = bucket.put(random.object(random.key("", ".mp4")));
        String path = "/" + before.key();
        String tag = tagOf(viewer.get(path));
        assertPart(viewer.get(path, "Range", "bytes=10-19", "If-Range", tag), before, 10, 19);
        StoredObject after = random.object(before.key());

        Answer answer = meanwhile(
                link, () -> viewer.get(path, "Range", "bytes=10-19", "If-Range", tag), () -> bucket.put(after));

        boolean oldPart =
                answer.status() == 206 && Arrays.equals(answer.body(), Arrays.copyOfRange(before.body(), 10, 20));
        boolean newWhole = answer.status() == 200 && Arrays.equals(answer.body(), after.body());
        if (!oldPart && !newWhole) {
            throw new AssertionError("expected status 200 with all of the new object, whose " + after.body().length
                    + " bytes took the place of the old one's between two requests to S3 (or 206 with the part of the old"
                    + " one, if your origin had it already), but the answer was " + answer.status() + " with "
                    + answer.body().length + " bytes"
                    + (answer.status() == 206 ? " of the new one, for a viewer who has parts of the old one" : ""));
        }

        StoredObject empty = StoredObject.of(before.key(), new byte[0]);
        bucket.put(before);
        answer = meanwhile(
                link,
                () -> viewer.get(path, "Range", "bytes=10-19", "If-Range", tag),
                () -> bucket.put(after),
                () -> bucket.put(empty));
        assertOldPartOr("it was replaced, and the next one by an empty one", answer, before, 200);

        bucket.put(before);
        answer = meanwhile(link, () -> viewer.get(path, "If-Match", tag), () -> bucket.put(after));
        if (answer.status() != 200 || !Arrays.equals(answer.body(), before.body())) {
            assertThat(answer)
                    .because("the viewer wants the object with the tag " + tag + " and no other, and it was replaced"
                            + " between two requests to S3 (200 would be right with the old one, if your origin had it"
                            + " already)")
                    .hasStatus(412);
        }

        Supplier<Answer> part = () -> viewer.get(path, "Range", "bytes=10-19");
        Runnable deleted = () -> bucket.delete(before.key());
        bucket.put(before);
        assertOldPartOr("it was deleted", meanwhile(link, part, deleted), before, 404, 502);
        bucket.put(before);
        answer = meanwhile(link, part, () -> bucket.put(after), deleted);
        assertOldPartOr("it was replaced, and deleted before the next one", answer, before, 404, 502);
    }

    /** Asks, and changes the bucket before the second request to S3, and before those that follow, if there are any. */
    private static Answer meanwhile(BucketLink link, Supplier<Answer> asks, Runnable... changes) {
        int second = link.asked() + 2;
        for (int i = 0; i < changes.length; i++) {
            link.before(second + i, changes[i]);
        }
        Answer answer = asks.get();
        for (int i = 0; i < changes.length; i++) {
            link.before(second + i, () -> {});
        }
        return answer;
    }

    /** Who asks for the part first has it already; who looks first meets what there is by then. */
    private static void assertOldPartOr(String happened, Answer answer, StoredObject before, int... statuses) {
        if (answer.status() != 206 || !Arrays.equals(answer.body(), Arrays.copyOfRange(before.body(), 10, 20))) {
            assertThat(answer)
                    .because(happened + " after the first request to S3, which did not bring the part")
                    .hasStatusIn(statuses);
        }
    }
}

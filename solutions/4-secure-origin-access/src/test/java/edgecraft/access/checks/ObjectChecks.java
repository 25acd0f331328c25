package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.NoAnswerException;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.Request;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@Step("4.1")
class ObjectChecks {

    /** More than is on the way between two servers: in bytes. */
    private static final int BIG = 4 * 1024 * 1024;

    @Check(
            id = "conditions-passed-on",
            title = "ranges and conditions reach the bucket as the viewer sent them, and the signature stays right",
            reference = "RFC 9110 §13.1, §14.2")
    void conditionsPassedOn(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        String path = bucket.object();
        bucket.assertServed(path);
        String tag = "\"" + random.name() + "\"";
        String date = "Tue, 03 Nov 2026 09:05:00 GMT";

        Map<String, List<String>> conditions = new LinkedHashMap<>();
        conditions.put("Range", List.of("bytes=0-9", "bytes=-5", "bytes=7-", "bytes=0-1, 4-5"));
        conditions.put("If-Match", List.of(tag, "*"));
        conditions.put("If-None-Match", List.of(tag, tag + ", W/\"b\"", "*"));
        conditions.put("If-Modified-Since", List.of(date));
        conditions.put("If-Unmodified-Since", List.of(date));
        conditions.put("If-Range", List.of(tag, date));
        conditions.forEach((name, values) -> values.forEach(value -> {
            for (String method : List.of("GET", "HEAD")) {
                Request sent = bucket.assertAsksBy(method, path, path, name, value);
                Passed.assertPassed(sent, name, value);
            }
        }));
        Request all = bucket.assertAsks(path, path, "range", "bytes=1-2", "IF-RANGE", tag);
        Passed.assertPassed(all, "Range", "bytes=1-2");
        Passed.assertPassed(all, "If-Range", tag);
        for (String name : List.of("If-Match", "If-None-Match")) {
            Request both = bucket.assertAsks(path, path, name, tag, name, "\"b\", W/\"c\"");
            Passed.assertAllPassed(both, name, List.of(tag, "\"b\", W/\"c\""));
        }
        bucket.assertServed(path);
    }

    @Check(
            id = "what-describes-it",
            title = "a viewer gets the object's bytes, and all the fields that describe it",
            reference = "S3 API: GetObject")
    void whatDescribesIt(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        bucket.assertServed();
        byte[] body = random.object("any").body();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Accept-Ranges", "bytes");
        fields.put("Cache-Control", "max-age=" + (random.bytes(1)[0] + 1000) + ", immutable");
        fields.put("Content-Disposition", "attachment; filename=\"" + random.name() + ".bin\"");
        fields.put("Content-Encoding", "gzip");
        fields.put("Content-Language", "de, en");
        fields.put("Content-Length", Integer.toString(body.length));
        fields.put("Content-Type", "application/x-" + random.name() + "; a=\"B c\"");
        fields.put("ETag", "\"" + random.name() + "\"");
        fields.put("Expires", "Thu, 03 Dec 2026 09:05:00 GMT");
        fields.put("Last-Modified", "Tue, 03 Nov 2026 09:05:00 GMT");
        String path = "/" + random.name();
        fields.forEach(bucket.answer(path).body(body)::field);

        assertDescribed(bucket.viewer().get(path), 200, fields, body);
        assertDescribed(bucket.viewer().head(path), 200, fields, new byte[0]);

        fields.put("Content-Range", "bytes 0-" + (body.length - 1) + "/9000");
        fields.forEach(bucket.answer(path).status(206).body(body)::field);
        assertDescribed(bucket.viewer().get(path, "Range", "bytes=0-" + (body.length - 1)), 206, fields, body);
        assertStreams(bucket, "/" + random.name(), random.bytes(BIG));
    }

    /** A viewer sees the beginning of an object before its end has come. */
    private static void assertStreams(PlayedBucket bucket, String path, byte[] body) {
        bucket.answer(path).chunked().body(body);
        bucket.stub().line().holdsAfter(BIG / 2);
        try (RawConnection connection = bucket.viewer().connect()) {
            connection.write(
                    "GET " + path + " HTTP/1.1\r\nHost: " + bucket.viewer().host() + "\r\n\r\n");
            assertThat(connection.readHead("GET", path))
                    .because("the bucket has this object")
                    .hasStatus(200);
            // Less than was sent: what is in the buffers of a door is no fault of it.
            connection.readBytes(BIG / 4);
        } catch (NoAnswerException waiting) {
            throw new AssertionError("expected an object to go on as it comes, but nothing of it reached the viewer in "
                    + "10 s, while half of it had come to the door");
        }
        bucket.stub().line().passes();
    }

    private static void assertDescribed(Answer answer, int status, Map<String, String> fields, byte[] body) {
        assertThat(answer).because("the bucket answered so").hasStatus(status).hasBody(body);
        fields.forEach((name, value) ->
                assertThat(answer).because("the bucket says this of the object").hasField(name, value));
    }

    @Check(
            id = "parts-and-conditions",
            title = "parts, and answers to conditions, are what the bucket makes of them",
            reference = "RFC 9110 §13.2, §14.4, §15.3.7, §15.4.5, §15.5.17")
    void partsAndConditions(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("films/", ".mp4")));
        String path = "/" + object.key();
        int length = object.body().length;
        Answer whole = viewer.get(path);
        assertThat(whole)
                .because("the bucket has this object")
                .hasStatus(200)
                .hasBody(object.body())
                .hasField("ETag")
                .hasField("Last-Modified");
        String tag = whole.field("ETag").orElseThrow();

        assertThat(viewer.get(path, "Range", "bytes=10-19"))
                .because("the viewer asked for ten bytes")
                .hasStatus(206)
                .hasField("Content-Range", "bytes 10-19/" + length)
                .hasField("Content-Length", "10")
                .hasField("ETag", tag)
                .hasBody(Arrays.copyOfRange(object.body(), 10, 20));
        assertThat(viewer.get(path, "If-None-Match", tag))
                .because("the viewer has this version")
                .hasStatus(304)
                .hasNoBody();
        assertThat(viewer.get(path, "If-Match", "\"" + random.name() + "\""))
                .because("the viewer has another version")
                .hasStatus(412);
        assertThat(viewer.get(path, "Range", "bytes=" + (length + 1000) + "-"))
                .because("the object ends before")
                .hasStatus(416);
        assertThat(viewer.get(path)).hasStatus(200).hasBody(object.body());
    }

    @Check(
            id = "without-a-body",
            title = "304 and 416 say what a cache needs, and nothing of a body that doesn't come",
            reference = "RFC 9110 §15.4.5, §15.5.17")
    void withoutABody(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        bucket.assertServed();
        String path = "/" + random.name();
        String tag = "\"" + random.name() + "\"";
        bucket.answer(path)
                .body("text")
                .field("ETag", tag)
                .notModified(
                        "ETag", tag,
                        "Cache-Control", "max-age=60",
                        "Expires", "Thu, 03 Dec 2026 09:05:00 GMT",
                        "Last-Modified", "Tue, 03 Nov 2026 09:05:00 GMT",
                        "Content-Type", "text/plain",
                        "Content-Language", "de");

        for (Answer answer : List.of(
                bucket.viewer().get(path, "If-None-Match", tag), bucket.viewer().head(path, "If-None-Match", tag))) {
            assertThat(answer)
                    .because("a cache goes on by them with what it has")
                    .hasStatus(304)
                    .hasField("ETag", tag)
                    .hasField("Cache-Control", "max-age=60")
                    .hasField("Expires", "Thu, 03 Dec 2026 09:05:00 GMT")
                    .hasField("Last-Modified", "Tue, 03 Nov 2026 09:05:00 GMT")
                    .because("there is no body that it could be about")
                    .hasNoField("Content-Type")
                    .hasNoField("Content-Language")
                    .hasNoField("Content-Length")
                    .hasNoBody();
        }
        bucket.answer(path).status(416).field("Content-Range", "bytes */5000").body("<Error/>");
        assertThat(bucket.viewer().get(path, "Range", "bytes=9000-"))
                .because("a viewer learns from it how long the object is")
                .hasStatus(416)
                .hasField("Content-Range", "bytes */5000")
                .bodyDoesNotContain("<Error/>");
        bucket.assertServed();
    }
}

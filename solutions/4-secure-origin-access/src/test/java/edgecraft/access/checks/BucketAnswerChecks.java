package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.DoorSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@Step("4.2")
class BucketAnswerChecks {

    /** With these a bucket may answer 206, 304, 412 and 416. */
    private static final String[] CONDITIONS = {"Range", "bytes=0-3", "If-None-Match", "\"a\"", "If-Match", "\"b\""};

    @Check(
            id = "nothing-of-the-buckets",
            title = "a viewer learns nothing of the bucket but the object",
            reference = "S3 API: common response headers")
    void nothingOfTheBuckets(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        bucket.assertServed();
        String mark = "buckets" + random.name();

        for (int status : List.of(200, 206, 304, 403, 404, 412, 416, 500)) {
            String path = "/" + random.name();
            OriginAnswer answer = bucket.answer(path).status(status);
            TellingBucket.fields(mark).forEach(answer::field);
            if (status < 300) {
                answer.body("the object");
            } else if (status != 304) {
                answer.field("Content-Type", "application/xml").body(TellingBucket.document(bucket.settings(), mark));
            }
            for (Answer got : List.of(
                    bucket.viewer().get(path, CONDITIONS), bucket.viewer().head(path, CONDITIONS))) {
                assertThat(got).because("the bucket answered " + status).hasStatus(status == 500 ? 502 : status);
                Doors.assertNothingOf(bucket.settings(), got);
                Doors.assertUnsaid(got, "what the bucket said", mark);
            }
        }
        bucket.assertServed();
    }

    @Check(
            id = "errors-say-nothing",
            title = "whatever fails, no viewer reads about buckets, addresses or keys",
            reference = "CWE-209; S3 API: error responses")
    void errorsSayNothing(
            Instance<AccessSettings> server, Fixtures fixtures, BucketLink link, Viewer viewer, Randoms random) {
        Doors.over(link, server);
        server.settings(settings -> ((DoorSettings) settings).withTimeout(viewer.serversPatience()));
        String path = Doors.served(fixtures.bucket(), viewer, random);
        DoorSettings door = (DoorSettings) server.settings();
        Map<String, Runnable> troubles = new LinkedHashMap<>();
        troubles.put("S3 refused", () -> link.fails(403, "SignatureDoesNotMatch"));
        troubles.put("S3 had no such key", () -> link.fails(404, "NoSuchKey"));
        troubles.put("S3 had no such bucket", () -> link.fails(404, "NoSuchBucket"));
        troubles.put("S3 found a condition false", () -> link.fails(412, "PreconditionFailed"));
        troubles.put("S3 understood nothing", () -> link.fails(400, "AuthorizationHeaderMalformed"));
        troubles.put("S3 failed", () -> link.fails(500, "InternalError"));
        troubles.put("S3 was busy", () -> link.fails(503, "SlowDown"));
        troubles.put("S3 hung up", link::hangsUp);
        troubles.put("S3 was gone", link::isGone);
        troubles.put("S3 was silent", link::isSilent);

        troubles.forEach((what, begins) -> {
            begins.run();
            assertSaysNothing(viewer.get(path), what, door, fixtures.bucket());
            assertSaysNothing(viewer.head(path), what, door, fixtures.bucket());
        });
        link.passes();
        for (DoorSettings wrong : List.of(
                door.withKeys(door.accessKey(), "not-the-secret-" + random.name()),
                door.withKeys("AKIA" + random.name(), door.secretKey()),
                door.withBucket("edge-" + random.name() + random.name()),
                door.withEndpoint(fixtures.closedPort().uri()))) {
            Answer answer = server.another(wrong).viewer().get(path);
            assertSaysNothing(answer, "the settings were wrong", wrong, fixtures.bucket());
        }
        assertThat(viewer.get(path)).because("S3 answers again").hasStatus(200);
    }

    private static void assertSaysNothing(Answer answer, String what, DoorSettings door, Bucket bucket) {
        assertThat(answer).because(what).hasStatusIn(403, 404, 412, 502, 503, 504);
        Doors.assertNothingOf(door, answer);
        Doors.assertUnsaid(answer, "the bucket's address", bucket.endpoint().getAuthority());
        for (String code : List.of("\tat ", "Exception", "<Code>", "SignatureDoesNotMatch", "StringToSign")) {
            assertThat(answer)
                    .because("that is for your log and not for viewers")
                    .bodyDoesNotContain(code);
        }
    }

    @Check(
            id = "refused-is-refused",
            title = "a 403 of the bucket stays a 403: a wrong signature is not a missing object",
            reference = "S3 API: error responses")
    void refusedIsRefused(
            Instance<AccessSettings> server, Fixtures fixtures, BucketLink link, Viewer viewer, Randoms random) {
        Doors.over(link, server);
        String path = Doors.served(fixtures.bucket(), viewer, random);
        DoorSettings door = (DoorSettings) server.settings();
        String why = "the bucket refused it";

        Viewer wrong = server.another(door.withKeys(door.accessKey(), "not-the-secret-" + random.name()))
                .viewer();
        assertThat(wrong.get(path))
                .because("the door's secret is wrong, and the bucket says 403")
                .hasStatus(403);
        assertThat(wrong.head(path)).because(why).hasStatus(403);
        for (String code :
                List.of("AccessDenied", "SignatureDoesNotMatch", "RequestTimeTooSkewed", "InvalidAccessKeyId")) {
            link.fails(403, code);
            assertThat(viewer.get(path)).because(why).hasStatus(403);
            assertThat(viewer.head(path)).because(why).hasStatus(403);
            assertThat(viewer.get(path, "If-None-Match", "\"a\"", "Range", "bytes=0-1"))
                    .because(why)
                    .hasStatus(403);
        }
        link.fails(404, "NoSuchKey");
        assertThat(viewer.get(path)).because("the bucket said so").hasStatus(404);
        link.passes();
        assertThat(viewer.get(path)).hasStatus(200);
    }

    @Check(
            id = "what-failed",
            title = "404 and 412 stay what they are; what a viewer can do nothing about is a 502",
            reference = "RFC 9110 §15.6.3")
    void whatFailed(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        bucket.assertServed();

        for (int status : List.of(403, 404, 412)) {
            assertAnswered(bucket, random, status, status);
        }
        for (int status : List.of(204, 300, 400, 401, 405, 406, 409, 410, 411, 414, 429, 451, 500, 501, 504)) {
            assertAnswered(bucket, random, status, 502);
        }
        assertAnswered(bucket, random, 503, 502, 503);
        bucket.assertServed();
    }

    private static void assertAnswered(PlayedBucket bucket, Randoms random, int status, int... expected) {
        String path = "/" + random.name();
        bucket.answer(path)
                .status(status)
                .field("Cache-Control", "max-age=60")
                .field("Expires", "Thu, 03 Dec 2026 09:05:00 GMT")
                .field("Last-Modified", "Tue, 03 Nov 2026 09:05:00 GMT")
                .field("ETag", "\"a\"")
                .field("Content-Type", "text/x-buckets")
                .field("Content-Language", "x-buckets")
                .field("Content-Disposition", "attachment; filename=x-buckets")
                .body("the bucket's words");
        for (Answer answer : List.of(bucket.viewer().get(path), bucket.viewer().head(path))) {
            assertThat(answer)
                    .because("the bucket answered " + status)
                    .hasStatusIn(expected)
                    .because("this is not the object, and nobody may keep it for the object")
                    .hasNoField("ETag")
                    .hasNoField("Last-Modified")
                    .hasNoField("Content-Language")
                    .hasNoField("Content-Disposition")
                    .bodyDoesNotContain("the bucket's words");
            Doors.assertUnsaid(answer, "how the bucket's words are written", "x-buckets");
            if (answer.fieldValues("Cache-Control").contains("max-age=60")
                    || answer.fieldValues("Expires").contains("Thu, 03 Dec 2026 09:05:00 GMT")) {
                throw new AssertionError("expected nothing that the bucket says of its " + status + " in the answer to "
                        + answer.request() + ", but it has its Cache-Control or Expires, and a cache would keep it");
            }
        }
    }
}

package edgecraft.origin.checks;

import static edgecraft.fixtures.Expect.assertThat;
import static edgecraft.origin.checks.OriginAssertions.assertNothingOfS3;
import static edgecraft.origin.checks.OriginAssertions.over;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Crowd;
import edgecraft.fixtures.Download;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.OriginSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Step("1.7")
class FailureChecks {

    private static final int MIB = 1024 * 1024;

    /** More than an S3 client holds connections for. */
    private static final int MANY = 60;

    @Check(
            id = "no-answer-in-time",
            title = "when S3 does not answer in time, that is a 504, and soon",
            reference = "RFC 9110 §15.6.5")
    void noAnswerInTime(
            Instance<OriginSettings> origin, BucketLink link, Fixtures fixtures, Viewer viewer, Randoms random) {
        Bucket bucket = fixtures.bucket();
        String path = served(origin, link, bucket, viewer, random);

        link.isSilent();

        Duration timeout = viewer.serversPatience();
        Duration waited = waitFor504(viewer, path, timeout);
        if (waited.compareTo(timeout.multipliedBy(2).dividedBy(3)) < 0) {
            throw new AssertionError("expected the origin not to give up sooner because " + tooSlow(viewer)
                    + ", but its 504 came after " + waited.toMillis() + " ms");
        }

        Duration shorter = timeout.dividedBy(5);
        Viewer hasty = origin.another(OriginScene.settingsFor(fixtures, bucket)
                        .withEndpoint(link.endpoint())
                        .withTimeout(shorter))
                .viewer();
        Duration waitedLess = waitFor504(hasty, path, shorter);
        if (waitedLess.compareTo(waited.multipliedBy(3).dividedBy(4)) > 0) {
            throw new AssertionError("expected an origin whose settings let it wait for S3 for " + shorter.toMillis()
                    + " ms to give up much sooner than one that may wait for " + timeout.toMillis()
                    + " ms, but their answers came after " + waitedLess.toMillis() + " ms and " + waited.toMillis()
                    + " ms");
        }
    }

    private static Duration waitFor504(Viewer viewer, String path, Duration timeout) {
        long began = System.nanoTime();
        assertThat(viewer.get(path))
                .because("the settings let the origin wait for S3 for " + timeout.toMillis() + " ms")
                .hasStatus(504);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Check(
            id = "many-waiting",
            title = "sixty viewers who wait for a silent S3 wait no longer than one",
            reference = "AWS SDK for Java guide: timeouts")
    void manyWaiting(Instance<OriginSettings> origin, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        String path = served(origin, link, bucket, viewer, random);

        link.isSilent();
        for (Answer answer : Crowd.of(MANY, i -> viewer.get(path))) {
            assertThat(answer)
                    .because(tooSlow(viewer) + ", for a free connection too")
                    .hasStatus(504);
        }

        link.passes();
        assertThat(viewer.get(path))
                .because("S3 answers again, and those who waited have left nothing behind")
                .hasStatus(200);
    }

    @Check(
            id = "goes-quiet",
            title = "when S3 goes quiet in the middle of an object, the origin hangs up on its viewer",
            reference = "RFC 9112 §8")
    void goesQuiet(
            Instance<OriginSettings> origin,
            BucketLink link,
            Bucket bucket,
            Viewer viewer,
            Conversation conversation,
            Randoms random) {
        String path = served(origin, link, bucket, viewer, random);
        StoredObject video = bucket.put(StoredObject.of(random.key("", ".mp4"), random.bytes(16 * MIB)));

        conversation.note("bucket", "will go quiet after 4 of its 16 MiB, without hanging up");
        link.holdsAfter(4 * MIB);
        assertNotTakenForWhole(viewer, video);

        link.holdsAfter(1000);
        assertNothingOfTheObject(viewer, bucket.put(shortObject(random)), "S3 went quiet after 1,000 bytes of it");

        link.passes();
        assertThat(viewer.get(path)).because("S3 answers again").hasStatus(200);
    }

    @Check(
            id = "slow-but-steady",
            title = "a download may take longer than the timeout, as long as something comes",
            reference = "AWS SDK for Java guide: timeouts")
    void slowButSteady(
            Instance<OriginSettings> origin,
            BucketLink link,
            Bucket bucket,
            Viewer viewer,
            Conversation conversation,
            Randoms random) {
        served(origin, link, bucket, viewer, random);
        StoredObject video = bucket.put(StoredObject.of(random.key("", ".mp4"), random.bytes(MIB)));

        Duration pause = viewer.serversPatience().dividedBy(6);
        conversation.note("bucket", "will send it in 8 pieces, with " + pause.toMillis() + " ms before each");
        link.paces(8, pause);

        for (int attempt = 0; attempt < 3; attempt++) {
            Optional<Duration> longestWait = brokenOff(viewer, video);
            if (longestWait.isEmpty()) {
                return;
            }
            if (longestWait.get().compareTo(pause.multipliedBy(3)) < 0) {
                throw new AssertionError("expected the whole object because " + tooSlow(viewer)
                        + " at a time, and S3 was slow but never quiet for more than " + pause.toMillis()
                        + " ms; but the origin hung up before the end");
            }
            // This machine itself stood still for so long that the origin was right to give up: that says nothing.
        }
        throw new IllegalStateException("this machine was too busy to send something every " + pause.toMillis()
                + " ms. Close other programs," + " and run the check again");
    }

    /** Reads an object; if the origin breaks off, the longest time in which nothing came. */
    private static Optional<Duration> brokenOff(Viewer viewer, StoredObject video) {
        int piece = 32 * 1024;
        Duration longestWait = Duration.ZERO;
        try (Download download = Download.of(viewer, "/" + video.key(), video.body())) {
            assertThat(download.head())
                    .because("the timeout is for waiting, and S3 was never quiet for as long as that")
                    .hasStatus(200);
            for (int at = 0; at < video.body().length; at += piece) {
                long began = System.nanoTime();
                try {
                    download.read(at, piece);
                } catch (BrokenAnswerException brokenOff) {
                    return Optional.of(longer(longestWait, Duration.ofNanos(System.nanoTime() - began)));
                }
                longestWait = longer(longestWait, Duration.ofNanos(System.nanoTime() - began));
            }
        }
        return Optional.empty();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @Check(
            id = "breaks-off",
            title = "when S3 breaks off in the middle of an object, nobody takes the half for the whole",
            reference = "RFC 9112 §8")
    void breaksOff(Instance<OriginSettings> origin, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        String path = served(origin, link, bucket, viewer, random);
        StoredObject video = bucket.put(StoredObject.of(random.key("", ".mp4"), random.bytes(16 * MIB)));

        // The second time, what is missing is as long as the words that Javalin writes behind the bytes of a handler
        // that throws.
        for (int bytes : List.of(4 * MIB, 16 * MIB - "Server Error".length())) {
            link.breaksAfter(bytes);
            assertNotTakenForWhole(viewer, video);
        }

        link.breaksAfter(1000);
        assertNothingOfTheObject(viewer, bucket.put(shortObject(random)), "S3 broke off after 1,000 bytes of it");

        link.passes();
        assertThat(viewer.get(path)).because("S3 answers again").hasStatus(200);
    }

    @Check(
            id = "unreachable",
            title = "when S3 can't be reached, or hangs up, that is a 502",
            reference = "RFC 9110 §15.6.3")
    void unreachable(
            Instance<OriginSettings> origin, BucketLink link, Fixtures fixtures, Viewer viewer, Randoms random) {
        String path = served(origin, link, fixtures.bucket(), viewer, random);

        link.hangsUp();
        assertThat(viewer.get(path))
                .because("S3 closed the connection without an answer")
                .hasStatus(502);
        link.isGone();
        assertThat(viewer.get(path)).because("S3 resets every connection").hasStatus(502);
        Instance<OriginSettings> alone = origin.another(OriginScene.settingsFor(fixtures, fixtures.bucket())
                .withEndpoint(fixtures.closedPort().uri())
                .withTimeout(viewer.serversPatience()));
        assertThat(alone.viewer().get(path))
                .because("nobody listens where the settings say S3 is")
                .hasStatus(502);
    }

    @Check(
            id = "says-it-fails",
            title = "a failure that S3 reports is a 502, and a 503 where S3 asks for patience",
            reference = "S3 API: error responses; RFC 9110 §15.6.3, §15.6.4")
    void saysItFails(Instance<OriginSettings> origin, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        String path = served(origin, link, bucket, viewer, random);

        link.fails(500, "InternalError");
        assertThat(viewer.get(path))
                .because("S3 answered 500: the failure is behind the origin and not in it")
                .hasStatus(502);
        link.fails(503, "SlowDown");
        assertThat(viewer.get(path))
                .because("S3 answered 503 and means: not now, try again later")
                .hasStatus(503);
        for (int status : List.of(500, 503)) {
            link.failsWithPage(status);
            assertThat(viewer.get(path))
                    .because("what stands in front of S3, such as a load balancer, answered " + status
                            + ", with a page in HTML and not with S3's document")
                    .hasStatus(status == 503 ? 503 : 502);
        }

        link.passes();
        refusesEverySecond(link, link.asked() + 2);
        assertThat(viewer.get(path, "Range", "bytes=0-9"))
                .because("S3 answers the first request and refuses the second, and so on: to begin anew is no help")
                .hasStatusIn(206, 502);
    }

    private static void refusesEverySecond(BucketLink link, int request) {
        link.before(request, () -> {
            link.fails(403, "AccessDenied");
            link.before(request + 1, link::passes);
            refusesEverySecond(link, request + 2);
        });
    }

    @Check(
            id = "refuses-the-origin",
            title = "when S3 refuses the origin, that is not the viewer's fault: 502",
            reference = "RFC 9110 §15.6.3")
    void refusesTheOrigin(
            Instance<OriginSettings> origin, BucketLink link, Fixtures fixtures, Viewer viewer, Randoms random) {
        Bucket bucket = fixtures.bucket();
        String path = served(origin, link, bucket, viewer, random);

        Instance<OriginSettings> stranger = origin.another(OriginScene.withWrongSecret(fixtures, bucket));
        assertThat(stranger.viewer().get(path))
                .because("the origin's own secret is wrong, and S3 answered 403; what the viewer asked for is right")
                .hasStatus(502);
        link.fails(403, "AccessDenied");
        assertThat(viewer.get(path))
                .because("S3 answered 403 to the origin; nobody has refused the viewer")
                .hasStatus(502);
        link.fails(400, "AuthorizationHeaderMalformed");
        assertThat(viewer.get(path))
                .because(
                        "S3 answered 400 with AuthorizationHeaderMalformed: that is about how the origin asked, as with a"
                                + " wrong region, and not about the key")
                .hasStatus(502);
    }

    @Check(
            id = "no-such-bucket",
            title = "a bucket that is gone is a 502: it is not that one page is missing",
            reference = "S3 API: error responses, NoSuchBucket")
    void noSuchBucket(
            Instance<OriginSettings> origin, BucketLink link, Fixtures fixtures, Viewer viewer, Randoms random) {
        Bucket bucket = fixtures.bucket();
        String path = served(origin, link, bucket, viewer, random);
        Instance<OriginSettings> lost = origin.another(OriginScene.settingsFor(fixtures, bucket)
                .withEndpoint(link.endpoint())
                .withBucket("edge-" + random.name() + random.name()));

        String gone = "there is no such bucket at all; a 404 would tell every cache that this page is missing";
        assertThat(lost.viewer().get(path)).because(gone).hasStatus(502);
        assertThat(lost.viewer().get(path, "If-None-Match", "\"" + random.name() + "\""))
                .because(gone)
                .hasStatus(502);
        assertThat(lost.viewer().get(path, "Range", "bytes=0-9")).because(gone).hasStatus(502);
    }

    @Check(
            id = "says-nothing",
            title = "whatever fails, no viewer reads about buckets, addresses, keys or code",
            reference = "RFC 9110 §17; CWE-209")
    void saysNothing(
            Instance<OriginSettings> origin, BucketLink link, Fixtures fixtures, Viewer viewer, Randoms random) {
        Bucket bucket = fixtures.bucket();
        String path = served(origin, link, bucket, viewer, random);
        OriginSettings right = OriginScene.settingsFor(fixtures, bucket).withTimeout(viewer.serversPatience());
        Map<String, Runnable> troubles = new LinkedHashMap<>();
        troubles.put("S3 failed", () -> link.fails(500, "InternalError"));
        troubles.put("S3 was busy", () -> link.fails(503, "SlowDown"));
        troubles.put("S3 refused", () -> link.fails(403, "AccessDenied"));
        troubles.put("S3 hung up", link::hangsUp);
        troubles.put("S3 was gone", link::isGone);
        troubles.put("S3 was silent", link::isSilent);

        troubles.forEach((what, begins) -> {
            begins.run();
            assertSaysNothing(viewer.get(path), what, bucket, link.endpoint().getAuthority());
        });
        for (OriginSettings wrong : List.of(
                right.withEndpoint(fixtures.closedPort().uri()),
                right.withBucket("edge-" + random.name() + random.name()),
                right.withSecretKey("not-the-secret"))) {
            Answer answer = origin.another(wrong).viewer().get(path);
            assertSaysNothing(
                    answer, "the settings were wrong", bucket, wrong.endpoint().getAuthority());
            OriginAssertions.assertUnsaid(answer, "the bucket's name", wrong.bucket());
        }
    }

    @Check(id = "head-fails-alike", title = "HEAD fails as GET does", reference = "RFC 9110 §9.3.2")
    void headFailsAlike(
            Instance<OriginSettings> origin, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        String path = served(origin, link, bucket, viewer, random);
        assertThat(viewer.head(path)).hasStatus(200);

        link.fails(500, "InternalError");
        assertThat(viewer.head(path)).because("S3 answered 500 to the origin").hasStatus(502);
        link.fails(503, "SlowDown");
        assertThat(viewer.head(path)).because("S3 answered 503 to the origin").hasStatus(503);
        link.fails(403, "AccessDenied");
        assertThat(viewer.head(path))
                .because("S3 answered 403 to the origin; nobody has refused the viewer")
                .hasStatus(502);
        link.hangsUp();
        assertThat(viewer.head(path))
                .because("S3 closed the connection without an answer")
                .hasStatus(502);
        link.isSilent();
        assertThat(viewer.head(path)).because(tooSlow(viewer)).hasStatus(504);
    }

    @Check(
            id = "back-again",
            title = "when S3 is back, so is the origin, and nobody has to restart it",
            reference = "CloudFront guide: request and response behavior")
    void backAgain(Instance<OriginSettings> origin, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        String path = served(origin, link, bucket, viewer, random);
        Map<String, Runnable> troubles = new LinkedHashMap<>();
        troubles.put("was gone", link::isGone);
        troubles.put("had hung up", link::hangsUp);
        troubles.put("was busy", () -> link.fails(503, "SlowDown"));
        troubles.put("was silent", link::isSilent);

        troubles.forEach((what, begins) -> {
            begins.run();
            for (int i = 0; i < 2; i++) {
                assertThat(viewer.get(path)).because("S3 " + what).hasStatusIn(502, 503, 504);
            }
            link.passes();
            assertThat(viewer.get(path))
                    .because("S3 " + what + ", and answers again")
                    .hasStatus(200);
        });
    }

    private static String tooSlow(Viewer viewer) {
        return "the settings let the origin wait for S3 for "
                + viewer.serversPatience().toSeconds() + " s";
    }

    /** The path of an object that the origin has served, over the link, before anything goes wrong. */
    private static String served(
            Instance<OriginSettings> origin, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        over(link, origin);
        origin.settings(settings -> settings.withTimeout(viewer.serversPatience()));
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        assertThat(viewer.get("/" + object.key()))
                .because("the bucket has this object, and nothing is wrong yet")
                .hasStatus(200)
                .hasBody(object.body());
        return "/" + object.key();
    }

    /** A viewer notices that the object is not complete; or it is complete all the same, or the answer is an error. */
    private static void assertNotTakenForWhole(Viewer viewer, StoredObject video) {
        Answer answer;
        try {
            answer = viewer.get("/" + video.key());
        } catch (BrokenAnswerException noticed) {
            return;
        }
        if (answer.status() == 200) {
            assertThat(answer)
                    .because("an answer that ends as if it were complete has to be complete")
                    .hasBody(video.body());
        } else {
            assertThat(answer).because("S3 did not send the whole object").hasStatusIn(502, 504);
        }
    }

    /** The same for an object that is so short that its status may not have gone out when S3 breaks off. */
    private static void assertNothingOfTheObject(Viewer viewer, StoredObject object, String happened) {
        Answer answer;
        try {
            answer = viewer.get("/" + object.key());
        } catch (BrokenAnswerException noticed) {
            return;
        }
        if (answer.status() == 200) {
            assertThat(answer).because(happened).hasBody(object.body());
            return;
        }
        assertThat(answer).because(happened).hasStatusIn(502, 504);
        String error = "an error is not the object, and nobody may keep it for the object";
        assertThat(answer).because(error).hasNoField("ETag").hasNoField("Last-Modified");
        object.fields().forEach((name, value) -> {
            if (answer.fieldValues(name).contains(value)) {
                throw new AssertionError("expected no field of the object because " + error + ", but the "
                        + answer.status() + " has " + name + ": " + value);
            }
        });
        int some = 16;
        byte[] body = answer.body();
        if (body.length >= some && Arrays.equals(body, 0, some, object.body(), 0, some)) {
            throw new AssertionError("expected nothing of the object because " + error + ", but the body of the "
                    + answer.status() + " begins as the object does");
        }
    }

    /** An object with all fields. */
    private static StoredObject shortObject(Randoms random) {
        return random.object(random.key("", ".bin"))
                .with("Content-Type", "application/x-" + random.name())
                .with("Cache-Control", "max-age=60")
                .with("Content-Encoding", "gzip")
                .with("Content-Language", "fr")
                .with("Content-Disposition", "attachment; filename=\"" + random.name() + ".bin\"")
                .with("Expires", "Fri, 01 Jan 2038 00:00:00 GMT");
    }

    private static void assertSaysNothing(Answer answer, String what, Bucket bucket, String address) {
        assertThat(answer).because(what).hasStatusIn(502, 503, 504);
        assertNothingOfS3(answer, bucket);
        OriginAssertions.assertUnsaid(answer, "the store's address", address);
        OriginAssertions.assertNothingOfTheCode(answer);
    }
}

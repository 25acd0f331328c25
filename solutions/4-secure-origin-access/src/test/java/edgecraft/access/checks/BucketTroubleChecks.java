package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.DoorSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;

@Step("4.2")
class BucketTroubleChecks {

    private static final int MIB = 1024 * 1024;

    @Check(
            id = "redirects-not-followed",
            title = "the door goes nowhere else with its keys, and sends no viewer there",
            reference = "S3 guide: request redirection; RFC 9110 §15.4")
    void redirectsNotFollowed(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        bucket.assertServed();
        OriginStub elsewhere = fixtures.anotherOrigin();
        elsewhere.answerAll().body("elsewhere");

        for (int status : List.of(301, 302, 303, 307, 308)) {
            for (String host :
                    List.of(elsewhere.uri().toString(), bucket.stub().uri().toString())) {
                String path = "/" + random.name();
                String moved = "/moved-" + random.name();
                bucket.answer(moved).body("moved");
                bucket.answer(path)
                        .status(status)
                        .field("Location", host + bucket.target(moved))
                        .body("moved");
                for (Answer answer :
                        List.of(bucket.viewer().get(path), bucket.viewer().head(path))) {
                    assertThat(answer)
                            .because("the bucket answered " + status + ", and the object is not where it has to be")
                            .hasStatus(502)
                            .hasNoField("Location")
                            .bodyDoesNotContain("moved")
                            .bodyDoesNotContain("elsewhere");
                }
                assertNotAsked(bucket.stub(), bucket.target(moved));
            }
        }
        if (elsewhere.asked() > 0) {
            throw new AssertionError(
                    "expected no redirect to be followed, but another server than the bucket was asked");
        }
        bucket.assertServed();
    }

    private static void assertNotAsked(OriginStub stub, String target) {
        if (stub.count(target) > 0) {
            throw new AssertionError("expected no redirect to be followed, but the bucket was asked for " + target
                    + ", which a redirect had named");
        }
    }

    @Check(
            id = "bucket-in-trouble",
            title = "no answer in time is a 504, none at all a 502, and then all is well again",
            reference = "RFC 9110 §15.6.3, §15.6.5")
    void bucketInTrouble(
            Instance<AccessSettings> server, Fixtures fixtures, BucketLink link, Viewer viewer, Randoms random) {
        Doors.over(link, server);
        server.settings(settings -> ((DoorSettings) settings).withTimeout(viewer.serversPatience()));
        String path = Doors.served(fixtures.bucket(), viewer, random);

        link.isSilent();
        assertThat(viewer.get(path)).because("the settings' timeout is over").hasStatus(504);
        assertThat(viewer.head(path)).because("the settings' timeout is over").hasStatus(504);
        link.passes();
        assertThat(viewer.get(path)).because("the bucket answers again").hasStatus(200);
        link.hangsUp();
        assertThat(viewer.get(path))
                .because("the bucket hung up without an answer")
                .hasStatus(502);
        assertThat(viewer.head(path))
                .because("the bucket hung up without an answer")
                .hasStatus(502);
        link.passes();
        assertThat(viewer.get(path)).because("the bucket answers again").hasStatus(200);
        link.isGone();
        assertThat(viewer.get(path)).because("the bucket is gone").hasStatus(502);
        link.passes();
        assertThat(viewer.get(path)).because("the bucket answers again").hasStatus(200);
        DoorSettings door = (DoorSettings) server.settings();
        assertThat(server.another(door.withEndpoint(fixtures.closedPort().uri()))
                        .viewer()
                        .get(path))
                .because("nobody listens where the bucket should be")
                .hasStatus(502);
    }

    @Check(
            id = "broken-off",
            title = "half an object is never taken for the whole",
            reference = "RFC 9112 §8; RFC 9110 §15.6.3")
    void brokenOff(Instance<AccessSettings> server, Fixtures fixtures, BucketLink link, Viewer viewer, Randoms random) {
        Doors.over(link, server);
        String path = Doors.served(fixtures.bucket(), viewer, random);
        StoredObject film = fixtures.bucket().put(StoredObject.of(random.key("", ".mp4"), random.bytes(MIB)));
        assertThat(viewer.get("/" + film.key())).hasStatus(200).hasBody(film.body());

        for (int bytes : List.of(1, 1000, MIB / 2, MIB - 1)) {
            link.breaksAfter(bytes);
            assertNotTakenForWhole(viewer, film);
        }
        link.passes();
        assertThat(viewer.get(path)).because("the bucket answers again").hasStatus(200);
        PlayedBucket bucket = PlayedBucket.another(server, fixtures);
        String chunked = "/" + random.name();
        bucket.answer(chunked).chunked().body(film.body());
        assertThat(bucket.viewer().get(chunked)).hasStatus(200).hasBody(film.body());
        bucket.stub().line().breaksAfter(MIB / 2);
        StoredObject same = StoredObject.of(chunked.substring(1), film.body());
        assertNotTakenForWhole(bucket.viewer(), same);
        bucket.stub().line().passes();
        assertThat(bucket.viewer().get(chunked)).hasStatus(200).hasBody(film.body());
    }

    /** A viewer notices that the object is not complete; or it is complete all the same, or the answer is an error. */
    private static void assertNotTakenForWhole(Viewer viewer, StoredObject film) {
        Answer answer;
        try {
            answer = viewer.get("/" + film.key());
        } catch (BrokenAnswerException noticed) {
            return;
        }
        if (answer.status() == 200) {
            assertThat(answer)
                    .because("an answer that ends as if it were complete has to be complete")
                    .hasBody(film.body());
        } else {
            assertThat(answer)
                    .because("the bucket did not send the whole object")
                    .hasStatusIn(502, 504);
        }
    }
}

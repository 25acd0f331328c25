package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;

@Step("4.2")
class ClosedBucketChecks {

    @Check(
            id = "reading-only",
            title = "whoever wants to change the bucket is refused, and the bucket not asked",
            reference = "RFC 9110 §15.5.6; S3 API: PutObject, DeleteObject")
    void readingOnly(Instance<AccessSettings> server, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        Doors.over(link, server);
        StoredObject object = bucket.put(random.object(random.key("films/", ".bin")));
        String path = "/" + object.key();
        assertThat(viewer.get(path))
                .because("the bucket has this object")
                .hasStatus(200)
                .hasBody(object.body());
        byte[] body = "<Delete><Object><Key>a</Key></Object></Delete>".getBytes(StandardCharsets.UTF_8);

        for (String method : List.of("PUT", "POST", "DELETE", "PATCH", "OPTIONS")) {
            for (String target :
                    List.of(path, "/" + random.name(), "/", path + "?acl", "/?delete", path + "?uploads")) {
                assertRefused(link, viewer, method, target, new byte[0]);
                assertRefused(link, viewer, method, target, body);
            }
            assertRefused(link, viewer, method, path, body, "X-HTTP-Method-Override", "GET");
        }
        assertThat(viewer.get(path, "X-HTTP-Method-Override", "DELETE"))
                .because("the method of a request is in its first line")
                .hasStatus(200)
                .hasBody(object.body());
        int before = link.asked();
        for (String method : List.of("COPY", "MOVE", "PROPFIND", "get", "Head")) {
            assertThat(viewer.send(method, path, new byte[0]))
                    .because("nobody but readers is let in")
                    .hasStatusIn(405, 501);
        }
        Doors.assertNothingAsked(link, before, "a method is neither GET nor HEAD");
        if (!bucket.keys().equals(List.of(object.key()))) {
            throw new AssertionError("expected the bucket to have what it had before, " + object.key() + ", but it has "
                    + bucket.keys());
        }
        assertThat(viewer.get(path)).hasStatus(200).hasBody(object.body());
    }

    private static void assertRefused(
            BucketLink link, Viewer viewer, String method, String target, byte[] body, String... fields) {
        int before = link.asked();
        Answer answer = viewer.send(method, target, body, fields);
        Doors.assertRefused(answer);
        Doors.assertNothingAsked(link, before, method + " is neither GET nor HEAD");
    }

    @Check(
            id = "nothing-is-listed",
            title = "nobody gets a list of what is in the bucket",
            reference = "S3 API: ListObjectsV2")
    void nothingIsListed(
            Instance<AccessSettings> server, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        Doors.over(link, server);
        StoredObject object = bucket.put(random.object(random.key("films/", ".bin")));
        String path = "/" + object.key();
        assertThat(viewer.get(path))
                .because("the bucket has this object")
                .hasStatus(200)
                .hasBody(object.body());

        int before = link.asked();
        for (String root : List.of("/", "/?list-type=2", "/?prefix=films/", "/?versions", "/?location", "/?policy")) {
            for (Answer answer : List.of(viewer.get(root), viewer.head(root))) {
                assertThat(answer).because("no object has an empty name").hasStatus(404);
                Doors.assertUnsaid(answer, "the name of an object", object.key());
            }
        }
        String absolute = viewer.raw("GET http://" + viewer.host() + " HTTP/1.1\r\nHost: " + viewer.host()
                + "\r\nConnection: close\r\n\r\n");
        if (absolute.contains(object.key())) {
            throw new AssertionError("expected no list of objects, but GET http://" + viewer.host() + " got one");
        }
        Doors.assertNothingAsked(link, before, "at the root there is no object, but a list of them all");
        assertThat(viewer.get(path)).hasStatus(200).hasBody(object.body());
    }

    @Check(
            id = "own-bucket-only",
            title = "no path leads out of the bucket, which the same keys may open others beside",
            reference = "RFC 3986 §5.2.4; CWE-22")
    void ownBucketOnly(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        Bucket own = fixtures.bucket();
        Bucket vault = fixtures.anotherBucket();
        StoredObject object = own.put(random.object(random.name()));
        StoredObject secret = vault.put(random.object(random.name()));
        assertThat(server.viewer().get("/" + object.key())).hasStatus(200).hasBody(object.body());
        assertThat(server.another(AccessScene.doorTo(fixtures, vault)).viewer().get("/" + secret.key()))
                .because("a door of that bucket may read it, with the same keys")
                .hasStatus(200)
                .hasBody(secret.body());

        String inside = vault.name() + "/" + secret.key();
        for (String way : List.of(
                "/" + inside,
                "//" + inside,
                "/x/../../" + inside,
                "/%2e%2e/" + inside,
                "/x/%2e%2e/%2E%2e/" + inside,
                "/..%2F" + inside.replace("/", "%2F"),
                "/%2e%2e%2f" + inside,
                "/%252e%252e/" + inside,
                "/..;/" + inside,
                "/%5c..%5c" + inside,
                "/%2F" + inside,
                "/./" + inside)) {
            Answer answer = Doors.raw(server.viewer(), way);
            Doors.assertNotTheObject(answer, secret);
        }
        assertThat(server.viewer().get("/" + object.key())).hasStatus(200).hasBody(object.body());
    }

    @Check(
            id = "bad-percent",
            title = "a percent sign without two hex digits is refused, and nothing is asked",
            reference = "RFC 3986 §2.1; RFC 9110 §15.5.1")
    void badPercent(Instance<AccessSettings> server, Fixtures fixtures) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        bucket.assertServed();

        for (String end : List.of("%", "%4", "%zz", "%2x", "%x2", "%-1", "%+1", "%%41", "a%", "%u0041", "%4/")) {
            int before = bucket.asked();
            Answer answer = Doors.raw(bucket.viewer(), "/films/" + end);
            assertThat(answer).because("no object can have this path").hasStatus(400);
            Doors.assertNothingOf(bucket.settings(), answer);
            bucket.assertNothingAsked(before, "this is no path", answer);
        }
        bucket.assertServed();
    }
}

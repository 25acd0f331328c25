package edgecraft.origin.checks;

import static edgecraft.fixtures.Expect.assertThat;
import static edgecraft.origin.checks.OriginAssertions.assertMediaType;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.OriginSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;

@Step("1.1")
class ServeAnObjectChecks {

    /** More than a server keeps back to count it: what is not counted goes out in chunks. */
    private static final int LONG = 200_000;

    @Check(id = "exact-bytes", title = "the body is the object, byte for byte", reference = "S3 API: GetObject")
    void exactBytes(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));

        Answer answer = viewer.get("/" + object.key());

        assertThat(answer).because("the bucket has this object").hasStatus(200).hasBody(object.body());
    }

    @Check(
            id = "content-length",
            title = "the answer says how long the object is before it begins",
            reference = "RFC 9110 §8.6; RFC 9112 §6")
    void contentLength(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(StoredObject.of(random.key("", ".bin"), random.bytes(LONG)));

        Answer answer = viewer.get("/" + object.key());

        assertThat(answer)
                .hasStatus(200)
                .because("a viewer wants to show progress, and to know when something is missing")
                .hasField("Content-Length", Integer.toString(object.body().length))
                .because("an object whose length is known needs no chunks")
                .hasNoField("Transfer-Encoding");
    }

    @Check(
            id = "content-type",
            title = "the type is the stored one, whatever the key ends with",
            reference = "RFC 9110 §8.3")
    void contentType(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject page = bucket.put(StoredObject.html(random.key("", ".txt"), "<p>" + random.text(5)));
        StoredObject model = bucket.put(
                random.object(random.key("", ".html")).with("Content-Type", "application/x-" + random.name()));

        StoredObject bytes = bucket.put(random.object(random.key("", ".html")));
        for (StoredObject object : List.of(page, model, bytes)) {
            Answer answer = viewer.get("/" + object.key());
            assertThat(answer).hasStatus(200);
            assertMediaType(answer, object.fields().getOrDefault("Content-Type", ""));
        }
    }

    @Check(id = "nested-key", title = "slashes in a key are part of the key", reference = "S3 guide: naming objects")
    void nestedKey(Bucket bucket, Viewer viewer, Randoms random) {
        String name = random.name();
        StoredObject deep = bucket.put(random.object(random.key("", "/" + random.name() + "/" + name)));
        StoredObject shallow = bucket.put(random.object(name));

        assertThat(viewer.get("/" + deep.key())).hasStatus(200).hasBody(deep.body());
        assertThat(viewer.get("/" + shallow.key())).hasStatus(200).hasBody(shallow.body());
    }

    @Check(id = "missing-object", title = "no object, no page: 404", reference = "RFC 9110 §15.5.5")
    void missingObject(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));

        assertThat(viewer.get("/" + object.key())).hasStatus(200);
        assertThat(viewer.get("/" + random.key("", ".bin")))
                .because("the bucket has no object with this key")
                .hasStatus(404);
    }

    @Check(id = "empty-object", title = "an empty object is an object", reference = "RFC 9110 §15.3.1")
    void emptyObject(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject full = bucket.put(random.object(random.key("", ".bin")));
        StoredObject empty = bucket.put(StoredObject.text(random.key("", ".txt"), ""));

        assertThat(viewer.get("/" + full.key())).hasStatus(200).hasBody(full.body());
        assertThat(viewer.get("/" + empty.key()))
                .because("the bucket has this object, of 0 bytes")
                .hasStatus(200)
                .hasNoBody()
                .hasField("Content-Length", "0");
    }

    @Check(id = "query-is-not-the-key", title = "the query is no part of the key", reference = "RFC 3986 §3.4")
    void queryIsNotTheKey(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".css")));

        Answer answer = viewer.get("/" + object.key() + "?v=" + random.name() + "&utm_source=" + random.name());

        assertThat(answer).because("the path names the object").hasStatus(200).hasBody(object.body());
    }

    @Check(
            id = "always-current",
            title = "what was changed in the bucket is changed for viewers at once",
            reference = "S3 guide: data consistency model")
    void alwaysCurrent(Bucket bucket, Viewer viewer, Randoms random) {
        String key = random.key("", ".bin");
        StoredObject before = bucket.put(random.object(key));
        assertThat(viewer.get("/" + key)).hasStatus(200).hasBody(before.body());

        StoredObject after = bucket.put(random.object(key));
        assertThat(viewer.get("/" + key))
                .because("an origin keeps nothing: caching is the edge's work")
                .hasStatus(200)
                .hasBody(after.body());

        bucket.delete(key);
        assertThat(viewer.get("/" + key)).because("the object was deleted").hasStatus(404);
    }

    @Check(
            id = "two-origins",
            title = "two origins in one program serve two buckets",
            reference = "the lesson: no mutable static state")
    void twoOrigins(Instance<OriginSettings> origin, Fixtures fixtures, Randoms random) {
        Bucket otherBucket = fixtures.anotherBucket();
        Instance<OriginSettings> otherOrigin = origin.another(OriginScene.settingsFor(fixtures, otherBucket));
        String key = random.key("", ".bin");
        StoredObject one = fixtures.bucket().put(random.object(key));
        StoredObject other = otherBucket.put(random.object(key));

        assertThat(origin.viewer().get("/" + key)).hasStatus(200).hasBody(one.body());
        assertThat(otherOrigin.viewer().get("/" + key))
                .because("this is the second origin, and its settings name another bucket")
                .hasStatus(200)
                .hasBody(other.body());
        assertThat(origin.viewer().get("/" + key))
                .because("this is the first origin, and its bucket is still the first")
                .hasStatus(200)
                .hasBody(one.body());

        Instance<OriginSettings> stranger = origin.another(OriginScene.withWrongSecret(fixtures, fixtures.bucket()));
        if (stranger.viewer().get("/" + key).status() == 200) {
            throw new AssertionError(
                    "expected an origin whose settings have a wrong secret to get nothing from S3, but it"
                            + " served the object: it asks with the client of another origin");
        }
        assertThat(origin.viewer().get("/" + key))
                .because("the first origin still has its own client, made from its own settings")
                .hasStatus(200)
                .hasBody(one.body());
    }
}

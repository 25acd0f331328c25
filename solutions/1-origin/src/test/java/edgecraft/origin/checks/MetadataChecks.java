package edgecraft.origin.checks;

import static edgecraft.fixtures.Expect.assertThat;
import static edgecraft.origin.checks.OriginAssertions.assertModifiedJustNow;
import static edgecraft.origin.checks.OriginAssertions.assertNothingOfS3;
import static edgecraft.origin.checks.OriginAssertions.assertSameHeader;
import static edgecraft.origin.checks.OriginAssertions.oneOfMany;
import static edgecraft.origin.checks.OriginAssertions.over;
import static edgecraft.origin.checks.OriginAssertions.tagOf;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.OriginSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

@Step("1.3")
class MetadataChecks {

    /** More than an S3 client holds connections for. */
    private static final int MANY = 60;

    private static final Pattern STRONG_TAG = Pattern.compile("\"[\\x21\\x23-\\x7e]+\"");

    @Check(id = "etag", title = "an object has a strong entity tag, in quotes", reference = "RFC 9110 §8.8.3")
    void etag(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));

        Answer answer = viewer.get("/" + object.key());

        assertThat(answer)
                .hasStatus(200)
                .because("caches ask with it whether their copy is still good")
                .hasFieldMatching("ETag", STRONG_TAG, "a tag in double quotes, without W/");
    }

    @Check(
            id = "etag-follows-the-bytes",
            title = "the entity tag stays while the bytes stay, and changes with them",
            reference = "RFC 9110 §8.8.3, §8.8.1")
    void etagFollowsTheBytes(Bucket bucket, Viewer viewer, Randoms random) {
        String key = random.key("", ".bin");
        bucket.put(random.object(key));
        String tag = tagOf(viewer.get("/" + key));
        assertThat(viewer.get("/" + key)).because("nothing has changed").hasField("ETag", tag);

        StoredObject other = bucket.put(random.object(key));

        Answer answer = viewer.get("/" + key);
        assertThat(answer).hasStatus(200).hasBody(other.body());
        if (tagOf(answer).equals(tag)) {
            throw new AssertionError(
                    "expected another entity tag because the bytes are others, but it is still ETag: " + tag);
        }
    }

    @Check(
            id = "last-modified",
            title = "Last-Modified says when the object was stored",
            reference = "RFC 9110 §8.8.2, §5.6.7")
    void lastModified(Instance<OriginSettings> origin, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        over(link, origin);
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));

        Answer answer = viewer.get("/" + object.key());

        assertThat(answer).hasStatus(200);
        assertModifiedJustNow(answer);

        String longAgo = "Sun, 06 Nov 1994 08:49:37 GMT";
        link.says("Last-Modified", longAgo);
        assertThat(viewer.get("/" + object.key()))
                .hasStatus(200)
                .because("that is when the object was stored, as S3 says it now; a day has two digits")
                .hasField("Last-Modified", longAgo);
    }

    @Check(
            id = "cache-control",
            title = "the stored Cache-Control reaches the viewer as it is",
            reference = "RFC 9111 §5.2.2")
    void cacheControl(Bucket bucket, Viewer viewer, Randoms random) {
        String value = "public, max-age=31536000, x-" + random.name();
        StoredObject object = bucket.put(random.object(random.key("", ".bin")).with("Cache-Control", value));

        assertThat(viewer.get("/" + object.key()))
                .hasStatus(200)
                .because("with it the owner of an object tells every cache how long it may keep it")
                .hasField("Cache-Control", value);
    }

    @Check(
            id = "representation-fields",
            title = "encoding, language, disposition and expiry come along, the bytes untouched",
            reference = "RFC 9110 §8.4, §8.5; RFC 6266")
    void representationFields(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(StoredObject.of(random.key("", ".csv"), gzip(random.text(200)))
                .with("Content-Type", "text/csv")
                .with("Content-Encoding", "gzip")
                .with("Content-Language", "de-CH")
                .with("Content-Disposition", "attachment; filename=\"" + random.name() + ".csv\"")
                .with("Expires", "Fri, 01 Jan 2038 00:00:00 GMT"));

        Answer answer = viewer.get("/" + object.key());

        assertThat(answer)
                .hasStatus(200)
                .hasField("Content-Encoding", "gzip")
                .because("the viewer undoes the encoding, not the origin")
                .hasBody(object.body());
        for (String name : List.of("Content-Language", "Content-Disposition", "Expires")) {
            assertThat(answer)
                    .because("it was stored with the object")
                    .hasField(name, object.fields().getOrDefault(name, ""));
        }
    }

    @Check(
            id = "nothing-invented",
            title = "an object that was stored without a field is sent without it",
            reference = "RFC 9110 §8")
    void nothingInvented(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject told = bucket.put(random.object(random.key("", ".bin"))
                .with("Cache-Control", "no-cache")
                .with("Content-Language", "fr"));
        StoredObject plain = bucket.put(random.object(random.key("", ".bin")));
        assertThat(viewer.get("/" + told.key()))
                .hasStatus(200)
                .hasField("Cache-Control", "no-cache")
                .hasField("Content-Language", "fr");

        assertThat(viewer.get("/" + plain.key()))
                .hasStatus(200)
                .because("this object was stored without it")
                .hasNoField("Cache-Control")
                .hasNoField("Expires")
                .hasNoField("Content-Encoding")
                .hasNoField("Content-Language")
                .hasNoField("Content-Disposition");

        StoredObject text = bucket.put(StoredObject.text(random.key("", ".txt"), random.text(2000)));
        assertThat(viewer.get("/" + text.key(), "Accept-Encoding", "gzip"))
                .hasStatus(200)
                .because(
                        "the viewer would take gzip, but the object was stored without it, and the origin adds nothing")
                .hasNoField("Content-Encoding")
                .hasBody(text.body());
    }

    @Check(
            id = "s3-stays-inside",
            title = "nothing of S3's gets out: no x-amz- field, no bucket, no credential",
            reference = "S3 API: common response headers")
    void s3StaysInside(Instance<OriginSettings> origin, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        over(link, origin);
        link.adds("X-Storage-Location", "node-7, " + bucket.name());
        StoredObject object = bucket.put(random.object(random.key("", ".bin"))
                .with("Cache-Control", "max-age=60")
                .withMetadata("author", random.name()));

        Answer found = viewer.get("/" + object.key());
        Answer missing = viewer.get("/" + random.key("", ".bin"));

        assertThat(found).hasStatus(200).hasBody(object.body()).hasField("Cache-Control", "max-age=60");
        assertNothingOfS3(found, bucket);
        assertThat(missing).hasStatus(404);
        assertNothingOfS3(missing, bucket);
    }

    @Check(id = "head-same-fields", title = "HEAD has every field that GET has", reference = "RFC 9110 §9.3.2")
    void headSameFields(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin"))
                .with("Cache-Control", "max-age=60")
                .with("Content-Encoding", "gzip")
                .with("Content-Language", "en")
                .with("Content-Disposition", "attachment; filename=\"" + random.name() + ".bin\"")
                .with("Expires", "Fri, 01 Jan 2038 00:00:00 GMT"));
        bucket.put(StoredObject.html("index.html", "<h1>" + random.text(4) + "</h1>"));

        Answer get = viewer.get("/" + object.key());
        Answer head = viewer.head("/" + object.key());

        assertThat(get).hasStatus(200).hasField("ETag");
        assertThat(head)
                .hasStatus(200)
                .because("HEAD says how long the body of GET would be")
                .hasField("Content-Length", Integer.toString(object.body().length));
        assertSameHeader(head, get);
        assertSameHeader(viewer.head("/"), viewer.get("/"));
    }

    @Check(id = "head-missing", title = "HEAD of a missing object is the 404 of GET", reference = "RFC 9110 §9.3.2")
    void headMissing(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        String missing = "/" + random.key("", ".bin");
        assertThat(viewer.head("/" + object.key())).hasStatus(200);
        assertThat(viewer.head(missing))
                .because("neither the object nor the error page is in the bucket")
                .hasStatus(404);

        StoredObject page = bucket.put(StoredObject.html("errors/404.html", "<h1>" + random.text(4) + "</h1>"));
        Answer get = viewer.get(missing);

        assertThat(get).hasStatus(404).hasBody(page.body());
        assertSameHeader(viewer.head(missing), get);
    }

    @Check(
            id = "head-keeps-the-connection",
            title = "after HEAD the connection goes on with the next answer",
            reference = "RFC 9112 §6.3, §9.3")
    void headKeepsTheConnection(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject first = bucket.put(random.object(random.key("", ".bin")));
        StoredObject second = bucket.put(random.object(random.key("", ".bin")));

        try (RawConnection connection = viewer.connect()) {
            connection.write(request("HEAD", first) + request("GET", second));

            assertThat(connection.readAnswer("HEAD", "/" + first.key())).hasStatus(200);
            assertThat(connection.readAnswer("GET", "/" + second.key()))
                    .because("an answer to HEAD ends with its header section; the next one begins right there")
                    .hasStatus(200)
                    .hasBody(second.body());
        }
    }

    @Check(
            id = "many-heads",
            title = "one HEAD after the other, and the origin is as ready as before",
            reference = "AWS SDK for Java guide: streams")
    void manyHeads(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));

        for (int i = 1; i <= MANY; i++) {
            assertThat(oneOfMany(i, () -> viewer.head("/" + object.key())))
                    .because(
                            i == 1
                                    ? "the bucket has this object"
                                    : "HEAD number " + i
                                            + " is answered as number 1 was, when each gives back its connection to S3")
                    .hasStatus(200);
        }

        assertThat(viewer.get("/" + object.key())).hasStatus(200).hasBody(object.body());
    }

    private static String request(String method, StoredObject object) {
        return method + " /" + object.key() + " HTTP/1.1\r\nHost: origin.test\r\n\r\n";
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}

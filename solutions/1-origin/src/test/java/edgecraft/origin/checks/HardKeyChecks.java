package edgecraft.origin.checks;

import static edgecraft.fixtures.Expect.assertThat;
import static edgecraft.origin.checks.OriginAssertions.assertNothingOfS3;
import static edgecraft.origin.checks.OriginAssertions.assertNothingOfTheCode;
import static edgecraft.origin.checks.OriginAssertions.assertPart;
import static edgecraft.origin.checks.OriginAssertions.over;
import static edgecraft.origin.checks.OriginAssertions.tagOf;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.Crowd;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.OriginSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

@Step("1.8")
class HardKeyChecks {

    private static final int MIB = 1024 * 1024;

    @Check(id = "spaces", title = "a key may have spaces in it", reference = "RFC 3986 §2.1")
    void spaces(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object("my photos/" + random.name() + " (1).jpg"));

        assertThat(viewer.get("/" + object.key().replace(" ", "%20")))
                .because("%20 stands for a space, and the bucket has the object " + object.key())
                .hasStatus(200)
                .hasBody(object.body());
    }

    @Check(id = "plus", title = "in a path a plus is a plus and no space", reference = "RFC 3986 §3.3")
    void plus(Bucket bucket, Viewer viewer, Randoms random) {
        String name = random.name();
        StoredObject plus = bucket.put(random.object(name + "+1.jpg"));
        StoredObject space = bucket.put(random.object(name + " 1.jpg"));

        for (String path : List.of("/" + name + "+1.jpg", "/" + name + "%2B1.jpg", "/" + name + "%2b1.jpg")) {
            assertThat(viewer.get(path))
                    .because("the path is that of the object " + plus.key())
                    .hasStatus(200)
                    .hasBody(plus.body());
        }
        assertThat(viewer.get("/" + name + "%201.jpg")).hasStatus(200).hasBody(space.body());
    }

    @Check(id = "percent", title = "a path is decoded once and not twice", reference = "RFC 3986 §2.4")
    void percent(Bucket bucket, Viewer viewer, Randoms random) {
        String name = random.name();
        StoredObject percent = bucket.put(random.object(name + "-50%.txt"));
        StoredObject encoded = bucket.put(random.object(name + "%20b"));
        StoredObject space = bucket.put(random.object(name + " b"));

        assertThat(viewer.get("/" + name + "-50%25.txt"))
                .because("%25 stands for a percent sign, and the bucket has the object " + percent.key())
                .hasStatus(200)
                .hasBody(percent.body());
        assertThat(viewer.get("/" + name + "%2520b"))
                .because("decoded once, that is the key " + encoded.key())
                .hasStatus(200)
                .hasBody(encoded.body());
        assertThat(viewer.get("/" + name + "%20b")).hasStatus(200).hasBody(space.body());
        for (String path : List.of("-50%25.txt", "%2520b", "%20b")) {
            assertThat(viewer.head("/" + name + path))
                    .because("HEAD decodes a path as GET does")
                    .hasStatus(200);
        }
    }

    @Check(id = "other-scripts", title = "keys are Unicode, in UTF-8", reference = "S3 guide: naming objects")
    void otherScripts(Bucket bucket, Viewer viewer, Randoms random) {
        String name = random.name();
        StoredObject city = bucket.put(random.object(name + "-Zürich"));
        StoredObject capital = bucket.put(random.object(name + "-東京"));
        StoredObject tower = bucket.put(random.object(name + "-🗼"));

        Map<String, StoredObject> paths =
                Map.of("-Z%C3%BCrich", city, "-%e6%9d%b1%E4%BA%AC", capital, "-%F0%9F%97%BC", tower);
        paths.forEach((end, object) -> assertThat(viewer.get("/" + name + end))
                .because("the bucket has the object " + object.key() + ", and those are its letters in UTF-8")
                .hasStatus(200)
                .hasBody(object.body()));
    }

    @Check(
            id = "punctuation",
            title = "what has a meaning elsewhere in a URL is a character like others in a key",
            reference = "RFC 3986 §3.3; S3 guide: naming objects")
    void punctuation(Bucket bucket, Viewer viewer, Randoms random) {
        String name = random.name();
        StoredObject plain = bucket.put(random.object(name + "!$&'()*,;=:@~-._"));
        StoredObject query = bucket.put(random.object(name + "?a=b#c"));

        assertThat(viewer.get("/" + plain.key()))
                .because("none of these needs to be encoded in a path")
                .hasStatus(200)
                .hasBody(plain.body());
        assertThat(viewer.get("/" + name + "%21%24%26%27%28%29%2A%2C%3B%3D%3A%40%7E%2D%2E%5F"))
                .because("encoded they are the same characters")
                .hasStatus(200)
                .hasBody(plain.body());
        assertThat(viewer.get("/" + name + "%3Fa=b%23c?d=e"))
                .because("%3F and %23 belong to the key; the query begins at the real question mark")
                .hasStatus(200)
                .hasBody(query.body());
    }

    @Check(
            id = "slashes",
            title = "%2F is a slash, and two slashes are not one",
            reference = "RFC 3986 §2.1, §3.3; S3 guide: naming objects")
    void slashes(Instance<OriginSettings> origin, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        over(link, origin);
        String folder = random.name();
        String name = random.name();
        StoredObject one = bucket.put(random.object(folder + "/" + name));
        String twice = folder + "//" + name;

        assertThat(viewer.get("/" + folder + "%2F" + name))
                .because("decoded, that is the key " + one.key())
                .hasStatus(200)
                .hasBody(one.body());
        assertThat(viewer.get("/" + twice))
                .because("no object has the key " + twice)
                .hasStatus(404);
        if (bucket.takes("/" + one.key())) {
            assertNothingThere(bucket, viewer, "//" + one.key(), one);
        }
        assertNothingThere(bucket, viewer, "//elsewhere/" + one.key(), one);
        if (bucket.takes(twice)) {
            StoredObject two = bucket.put(random.object(twice));
            assertThat(viewer.get("/" + twice))
                    .because("the bucket has the object " + twice)
                    .hasStatus(200)
                    .hasBody(two.body());
        }
        assertThat(viewer.get("/" + one.key())).hasStatus(200).hasBody(one.body());
    }

    @Check(
            id = "dots",
            title = "to a bucket a dot is a dot: there is no folder above",
            reference = "RFC 3986 §5.2.4; RFC 9110 §17.3")
    void dots(Instance<OriginSettings> origin, BucketLink link, Bucket bucket, Viewer viewer, Randoms random) {
        over(link, origin);
        String folder = random.name();
        StoredObject hidden = bucket.put(random.object("private/" + random.name()));
        StoredObject shown = bucket.put(random.object(folder + "/..." + random.name()));
        assertThat(viewer.get("/" + shown.key()))
                .because("the bucket has the object " + shown.key())
                .hasStatus(200)
                .hasBody(shown.body());

        for (String up : List.of("/..", "/%2e%2e", "/.%2E", "/./..", "%2F..", "/..;", "/%252e%252e", "\\..")) {
            assertNothingThere(bucket, viewer, "/" + folder + up + "/" + hidden.key(), hidden);
        }
        assertThat(viewer.get("/" + hidden.key())).hasStatus(200).hasBody(hidden.body());

        String path = "/" + folder + "/%2e%2e/" + random.name();
        refusesTheNextKey(link);
        Answer got = viewer.get(path);
        assertThat(got)
                .because("a store that refuses the key itself, with 400, has no object under it")
                .hasStatusIn(400, 404);
        assertNothingOfS3(got, bucket);
        assertNothingOfTheCode(got);
        refusesTheNextKey(link);
        assertThat(viewer.head(path))
                .because("a store that refuses the key itself, with 400, has no object under it")
                .hasStatusIn(400, 404);
    }

    /** One request is refused, as MinIO does with keys that it does not take; those after it are not. */
    private static void refusesTheNextKey(BucketLink link) {
        int next = link.asked() + 1;
        link.before(next, () -> {
            link.fails(400, "XMinioInvalidResourceName");
            link.before(next + 1, link::passes);
        });
    }

    @Check(id = "no-way-out", title = "no path leads out of the bucket", reference = "RFC 9110 §17.3; CWE-22")
    void noWayOut(Instance<OriginSettings> origin, BucketLink link, Fixtures fixtures, Randoms random) {
        over(link, origin);
        Bucket vault = fixtures.anotherBucket();
        StoredObject secret = vault.put(random.object(random.name()));
        StoredObject shown = fixtures.bucket().put(random.object(random.name()));
        assertThat(origin.viewer().get("/" + shown.key())).hasStatus(200).hasBody(shown.body());
        assertThat(origin.another(OriginScene.settingsFor(fixtures, vault))
                        .viewer()
                        .get("/" + secret.key()))
                .because("an origin of that bucket may read it, with the same credentials")
                .hasStatus(200)
                .hasBody(secret.body());

        String inside = vault.name() + "/" + secret.key();
        for (String way : List.of(
                "/../" + inside,
                "/x/../../" + inside,
                "/%2e%2e/" + inside,
                "/x/%2e%2e/%2E%2e/" + inside,
                "/..%2F" + inside.replace("/", "%2F"),
                "/%2e%2e%2f" + inside,
                "/%252e%252e/" + inside,
                "/..;/" + inside,
                "/..\\" + inside.replace('/', '\\'),
                "/%5c..%5c" + inside,
                "//" + inside,
                "/%2F" + inside,
                "/./" + inside,
                "/%00/../../" + inside)) {
            assertNothingThere(fixtures.bucket(), origin.viewer(), way, secret);
        }
    }

    @Check(
            id = "broken-escapes",
            title = "a path that can't be decoded is no failure of the server",
            reference = "RFC 3986 §2.1; RFC 9110 §15.5.1")
    void brokenEscapes(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.name()));
        assertThat(viewer.get("/" + object.key())).hasStatus(200).hasBody(object.body());

        for (String end : List.of("%", "%4", "%zz", "%ff", "%C3%28", "%c0%af", "%00", "%ED%A0%80")) {
            assertNothingThere(bucket, viewer, "/" + object.key() + end, object);
        }
        assertThat(viewer.get("/" + object.key())).hasStatus(200).hasBody(object.body());
    }

    @Check(
            id = "several-ranges",
            title = "of several parts all come, or the whole comes",
            reference = "RFC 9110 §14.2, §14.6, §15.3.7.2")
    void severalRanges(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".mp4")));
        String path = "/" + object.key();
        int length = object.body().length;
        assertPart(viewer.get(path, "Range", "bytes=0-9"), object, 0, 9);

        Parts.of(viewer.get(path, "Range", "bytes=0-99,1000-1099"), object)
                .cover(0, 99)
                .cover(1000, 1099);
        Parts.of(viewer.get(path, "Range", "bytes=2000-, 5-9 ,-1"), object)
                .cover(2000, length - 1)
                .cover(5, 9);
        Parts.of(viewer.get(path, "Range", "bytes=0-9,9999999-"), object).cover(0, 9);
    }

    @Check(
            id = "range-flood",
            title = "hundreds of overlapping parts make no answer larger than the object",
            reference = "RFC 9110 §14.2, §17.15")
    void rangeFlood(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".mp4")));
        String path = "/" + object.key();
        assertPart(viewer.get(path, "Range", "bytes=0-9"), object, 0, 9);

        Answer answer = viewer.get(path, "Range", "bytes=" + "0-,".repeat(300) + "0-");

        assertThat(answer)
                .because("no more than a few parts are of use to anybody")
                .hasStatusIn(200, 206, 400, 416);
        if (answer.body().length > 2 * object.body().length) {
            throw new AssertionError("expected no more than the object, which has " + object.body().length
                    + " bytes, but one short request was answered with " + answer.body().length + " bytes");
        }
        if (answer.status() < 300) {
            Parts.of(answer, object).cover(0, object.body().length - 1);
        }
    }

    @Check(
            id = "hundred-readers",
            title = "a hundred viewers at once get what each asked for",
            reference = "Javalin: concurrency")
    void hundredReaders(Bucket bucket, Viewer viewer, Randoms random) {
        List<StoredObject> videos = IntStream.range(0, 10)
                .mapToObj(i -> bucket.put(StoredObject.of(random.key("", ".mp4"), random.bytes(MIB))))
                .toList();
        assertThat(viewer.get("/" + videos.get(0).key()))
                .hasStatus(200)
                .hasBody(videos.get(0).body());

        List<Answer> answers =
                Crowd.of(100, i -> viewer.get("/" + videos.get(i % 10).key()));

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i))
                    .because("a hundred viewers asked at once, and this one asked for that object")
                    .hasStatus(200)
                    .hasBody(videos.get(i % 10).body());
        }

        List<String> tags = videos.stream()
                .map(video -> tagOf(viewer.head("/" + video.key())))
                .toList();
        answers = Crowd.of(100, i -> {
            String path = "/" + videos.get(i % 10).key();
            return switch (i % 3) {
                case 0 -> viewer.get(path, "Range", "bytes=" + i + "-" + 1000 * i);
                case 1 -> viewer.get(path, "If-None-Match", tags.get(i % 10));
                default -> viewer.get(path, "If-Match", "\"" + i + "\"");
            };
        });
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            if (i % 3 == 0) {
                assertPart(answer, videos.get(i % 10), i, 1000 * i);
            } else {
                assertThat(answer)
                        .because("a hundred viewers asked at once, and this one asked with "
                                + answer.request().fields().lines().get(0))
                        .hasStatus(i % 3 == 1 ? 304 : 412);
            }
        }
    }

    /** A viewer who may send any target gets a 4xx, and not this object. */
    private static void assertNothingThere(Bucket bucket, Viewer viewer, String target, StoredObject object) {
        Answer answer;
        try (RawConnection connection = viewer.connect()) {
            connection.write("GET " + target + " HTTP/1.1\r\nHost: origin.test\r\nConnection: close\r\n\r\n");
            answer = connection.readAnswer("GET", target);
        }
        if (Arrays.equals(answer.body(), object.body())) {
            throw new AssertionError("expected GET " + target + " not to show the object " + object.key()
                    + ", which has another path or is in another bucket, but that is what came");
        }
        if (answer.status() / 100 != 4) {
            throw new AssertionError("expected a status from 400 to 499 for GET " + target
                    + " because there is no such object, and to ask for it is no failure of the server, but the answer"
                    + " was " + answer.status());
        }
        assertNothingOfS3(answer, bucket);
        assertNothingOfTheCode(answer);
    }
}

package edgecraft.origin.checks;

import static edgecraft.fixtures.Expect.assertThat;
import static edgecraft.origin.checks.OriginAssertions.assertNothingOfS3;
import static edgecraft.origin.checks.OriginAssertions.modifiedOf;
import static edgecraft.origin.checks.OriginAssertions.tagOf;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.HttpDate;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

@Step("1.4")
class ConditionalChecks {

    private static final String KNOWS_IT = "the viewer has an object with this tag already, and it has not changed";
    private static final String KNOWS_ANOTHER = "no tag that the viewer sent is the tag of this object";

    @Check(
            id = "not-modified",
            title = "who has the object already gets a 304, and who has another one gets the object",
            reference = "RFC 9110 §13.1.2, §15.4.5")
    void notModified(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        String path = "/" + object.key();
        String tag = tagOf(viewer.get(path));

        assertThat(viewer.get(path, "If-None-Match", tag))
                .because(KNOWS_IT)
                .hasStatus(304)
                .hasNoBody();
        String inside = tag.substring(1, tag.length() - 1);
        for (String other : List.of(
                "\"" + random.name() + "\"",
                "\"" + inside + "0\"",
                "\"" + inside.substring(1) + "\"",
                "\"" + inOtherCase(inside) + "\"",
                inside)) {
            assertThat(viewer.get(path, "If-None-Match", other))
                    .because(KNOWS_ANOTHER + ", which is " + tag + ": a tag is equal as a whole, quotes included")
                    .hasStatus(200)
                    .hasBody(object.body());
        }

        StoredObject next = bucket.put(random.object(object.key()));
        assertThat(viewer.get(path, "If-None-Match", tag))
                .because("the tag is that of the object that was there before")
                .hasStatus(200)
                .hasBody(next.body());
        bucket.put(StoredObject.of(object.key(), new byte[0]));
        assertThat(viewer.get(path, "If-None-Match", tag))
                .because("the object that is there now is empty, and another one all the same")
                .hasStatus(200)
                .hasNoBody();

        bucket.put(StoredObject.html("index.html", "<h1>" + random.text(4) + "</h1>"));
        assertThat(viewer.get("/", "If-None-Match", tagOf(viewer.get("/"))))
                .because(KNOWS_IT + "; that holds for the root object, too")
                .hasStatus(304)
                .hasNoBody();
    }

    /** The same letters, large for small and small for large; another text if there are none. */
    private static String inOtherCase(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        String lower = text.toLowerCase(Locale.ROOT);
        return upper.equals(lower) ? text + "a" : text.equals(upper) ? lower : upper;
    }

    @Check(
            id = "tag-list",
            title = "a viewer may know several objects: If-None-Match is a list",
            reference = "RFC 9110 §13.1.2, §5.6.1")
    void tagList(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        String path = "/" + object.key();
        String tag = tagOf(viewer.get(path));
        String one = "\"" + random.name() + "\"";
        String two = "\"" + random.name() + "," + random.name() + "\"";

        for (String list : List.of(
                one + ", " + tag, tag + ", " + one, one + "," + tag + "," + two, two + ",\t" + one + " , " + tag)) {
            assertThat(viewer.get(path, "If-None-Match", list))
                    .because("one of the tags is the object's")
                    .hasStatus(304)
                    .hasNoBody();
        }
        for (String list : List.of(one + ", " + two, "\"" + random.name() + "," + tag.replace("\"", "") + "\"")) {
            assertThat(viewer.get(path, "If-None-Match", list))
                    .because(KNOWS_ANOTHER)
                    .hasStatus(200)
                    .hasBody(object.body());
        }
    }

    @Check(
            id = "weak-tag",
            title = "a tag that was made weak on its way still stands for the object",
            reference = "RFC 9110 §8.8.3.2, §13.1.2")
    void weakTag(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        String path = "/" + object.key();
        String tag = tagOf(viewer.get(path));

        for (String weak : List.of("W/" + tag, "W/\"" + random.name() + "\", W/" + tag)) {
            assertThat(viewer.get(path, "If-None-Match", weak))
                    .because("If-None-Match compares weakly: W/ in front makes no difference")
                    .hasStatus(304)
                    .hasNoBody();
        }
        assertThat(viewer.get(path, "If-None-Match", "W/\"" + random.name() + "\""))
                .because(KNOWS_ANOTHER)
                .hasStatus(200)
                .hasBody(object.body());
    }

    @Check(id = "star", title = "the star stands for any object that is there", reference = "RFC 9110 §13.1.1, §13.1.2")
    void star(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        String path = "/" + object.key();
        assertThat(viewer.get(path)).hasStatus(200).hasBody(object.body());

        assertThat(viewer.get(path, "If-None-Match", "*"))
                .because("there is an object, and the viewer wants it only if there is none")
                .hasStatus(304)
                .hasNoBody();
        assertThat(viewer.get(path, "If-Match", "*"))
                .because("there is an object, and the viewer wants it if there is one")
                .hasStatus(200)
                .hasBody(object.body());
        assertThat(viewer.get(path, "If-None-Match", "\"*\""))
                .because("in quotes the star is a tag like any other")
                .hasStatus(200)
                .hasBody(object.body());
        assertThat(viewer.get(path, "If-Match", "\"*\""))
                .because("in quotes the star is a tag like any other, and not the object's")
                .hasStatus(412);
    }

    @Check(
            id = "not-modified-fields",
            title = "a 304 brings what a cache freshens its copy with",
            reference = "RFC 9110 §15.4.5; RFC 9111 §4.3.4")
    void notModifiedFields(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin"))
                .with("Cache-Control", "max-age=60, x-" + random.name())
                .with("Expires", "Fri, 01 Jan 2038 00:00:00 GMT")
                .withMetadata("author", random.name()));
        Answer whole = viewer.get("/" + object.key());
        String tag = tagOf(whole);

        String path = "/" + object.key();
        for (Answer answer : List.of(
                viewer.get(path, "If-None-Match", tag),
                viewer.get(path, "If-Modified-Since", HttpDate.format(modifiedOf(whole))),
                viewer.head(path, "If-None-Match", tag))) {
            assertThat(answer)
                    .because("the viewer has this very object already")
                    .hasStatus(304)
                    .hasNoBody();
            for (String name : List.of("ETag", "Cache-Control", "Expires")) {
                assertThat(answer)
                        .because("the 200 has it, and a cache takes it over from the 304 (here, of " + answer.method()
                                + " with " + conditions(answer) + ")")
                        .hasField(name, whole.field(name).orElse(""));
            }
            assertLengthOf(object, answer);
            assertNothingOfS3(answer, bucket);
        }
    }

    private static String conditions(Answer answer) {
        return String.join(", ", answer.request().fields().names());
    }

    private static void assertLengthOf(StoredObject object, Answer notModified) {
        notModified
                .field("Content-Length")
                .filter(length -> !length.equals(Integer.toString(object.body().length)))
                .ifPresent(length -> {
                    throw new AssertionError(
                            "expected the Content-Length of a 304 to be the object's, if there is one, but"
                                    + " the answer has Content-Length: " + length + ", and the object "
                                    + object.body().length + " bytes");
                });
    }

    @Check(
            id = "not-modified-ends",
            title = "after a 304 the connection goes on with the next answer",
            reference = "RFC 9112 §6.3")
    void notModifiedEnds(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject known = bucket.put(random.object(random.key("", ".bin")));
        StoredObject next = bucket.put(random.object(random.key("", ".bin")));
        String tag = tagOf(viewer.get("/" + known.key()));

        try (RawConnection connection = viewer.connect()) {
            connection.write("GET /" + known.key() + " HTTP/1.1\r\nHost: origin.test\r\nIf-None-Match: " + tag
                    + "\r\n\r\nGET /" + next.key() + " HTTP/1.1\r\nHost: origin.test\r\n\r\n");

            assertThat(connection.readAnswer("GET", "/" + known.key()))
                    .because(KNOWS_IT)
                    .hasStatus(304);
            assertThat(connection.readAnswer("GET", "/" + next.key()))
                    .because("a 304 ends with its header section; the next answer begins right there")
                    .hasStatus(200)
                    .hasBody(next.body());
        }
    }

    @Check(
            id = "if-modified-since",
            title = "an object that has not changed since a date is a 304",
            reference = "RFC 9110 §13.1.3")
    void ifModifiedSince(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        String path = "/" + object.key();
        Instant modified = modifiedOf(viewer.get(path));

        for (Instant date : List.of(modified, modified.plusSeconds(60))) {
            assertThat(viewer.get(path, "If-Modified-Since", HttpDate.format(date)))
                    .because("it was stored at " + HttpDate.format(modified) + " and not after that date")
                    .hasStatus(304)
                    .hasNoBody();
        }
        for (Instant date : List.of(
                modified.minusSeconds(1),
                modified.minus(Duration.ofDays(1)),
                modified.minus(Duration.ofDays(2)),
                modified.minus(Duration.ofDays(5)),
                modified.minus(Duration.ofDays(400)))) {
            assertThat(viewer.get(path, "If-Modified-Since", HttpDate.format(date)))
                    .because("it was stored at " + HttpDate.format(modified) + ", which is after that date")
                    .hasStatus(200)
                    .hasBody(object.body());
        }
        assertThat(viewer.get(path, "If-Modified-Since", "the day before yesterday"))
                .because("what is no date counts as not sent")
                .hasStatus(200)
                .hasBody(object.body());
    }

    @Check(
            id = "tag-beats-date",
            title = "with a tag there, If-Modified-Since means nothing",
            reference = "RFC 9110 §13.1.3, §13.2.2")
    void tagBeatsDate(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        String path = "/" + object.key();
        Answer whole = viewer.get(path);
        String tag = tagOf(whole);
        Instant modified = modifiedOf(whole);

        String sameSecond = HttpDate.format(modified);
        assertThat(viewer.get(path, "If-None-Match", "\"" + random.name() + "\"", "If-Modified-Since", sameSecond))
                .because("the tag is another: the object was replaced, perhaps within the same second")
                .hasStatus(200)
                .hasBody(object.body());
        String before = HttpDate.format(modified.minusSeconds(3600));
        assertThat(viewer.get(path, "If-None-Match", tag, "If-Modified-Since", before))
                .because("the tag is the object's, whatever the date")
                .hasStatus(304)
                .hasNoBody();
    }

    @Check(
            id = "if-match",
            title = "who wants one certain object gets that one or a 412",
            reference = "RFC 9110 §13.1.1, §15.5.13")
    void ifMatch(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        String path = "/" + object.key();
        String tag = tagOf(viewer.get(path));
        String other = "\"" + random.name() + "\"";

        for (String wanted : List.of(tag, other + ", " + tag)) {
            assertThat(viewer.get(path, "If-Match", wanted))
                    .because("a tag that the viewer sent is the object's")
                    .hasStatus(200)
                    .hasBody(object.body());
        }
        assertThat(viewer.get(path, "If-Match", other))
                .because("the object with that tag is not there")
                .hasStatus(412);
        assertThat(viewer.get(path, "If-Match", "W/" + tag))
                .because("If-Match compares strongly: a weak tag is the tag of no certain bytes")
                .hasStatus(412);
        assertThat(viewer.get(path, "If-Match", other, "If-None-Match", tag))
                .because("If-Match is looked at first")
                .hasStatus(412);
        assertThat(viewer.get(path, "If-Match", tag, "If-None-Match", tag))
                .because("If-Match lets it through, and then If-None-Match is looked at: the viewer has this object")
                .hasStatus(304);
        String now = HttpDate.format(modifiedOf(viewer.get(path)));
        assertThat(viewer.get(path, "If-Match", other, "If-Unmodified-Since", now))
                .because("with If-Match there, If-Unmodified-Since means nothing")
                .hasStatus(412);
    }

    @Check(
            id = "if-unmodified-since",
            title = "who wants an object as old as a date gets that one or a 412",
            reference = "RFC 9110 §13.1.4, §13.2.2")
    void ifUnmodifiedSince(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        String path = "/" + object.key();
        Answer whole = viewer.get(path);
        Instant modified = modifiedOf(whole);
        String before = HttpDate.format(modified.minusSeconds(1));

        for (String date : List.of(
                HttpDate.format(modified), HttpDate.format(modified.plusSeconds(60)), "the day before yesterday")) {
            assertThat(viewer.get(path, "If-Unmodified-Since", date))
                    .because("it was stored at " + HttpDate.format(modified)
                            + " and has not changed since; and what is no date counts as not sent")
                    .hasStatus(200)
                    .hasBody(object.body());
        }
        assertThat(viewer.get(path, "If-Unmodified-Since", before))
                .because("it was stored after that date")
                .hasStatus(412);
        assertThat(viewer.get(path, "If-Unmodified-Since", before, "If-None-Match", tagOf(whole)))
                .because("it was stored after that date; what ends in 412 comes before what ends in 304")
                .hasStatus(412);
        assertThat(viewer.get(path, "If-Unmodified-Since", before, "If-Match", tagOf(whole)))
                .because("with If-Match there, If-Unmodified-Since means nothing")
                .hasStatus(200)
                .hasBody(object.body());
    }

    @Check(id = "head-has-conditions", title = "HEAD has conditions as GET has", reference = "RFC 9110 §13.2.1")
    void headHasConditions(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        String path = "/" + object.key();
        String tag = tagOf(viewer.get(path));
        String other = "\"" + random.name() + "\"";

        assertThat(viewer.head(path, "If-None-Match", other))
                .because(KNOWS_ANOTHER)
                .hasStatus(200)
                .hasField("Content-Length", Integer.toString(object.body().length));
        assertThat(viewer.head(path, "If-None-Match", tag))
                .because(KNOWS_IT)
                .hasStatus(304)
                .hasField("ETag", tag);
        assertThat(viewer.head(path, "If-Match", other))
                .because("the object with that tag is not there")
                .hasStatus(412);
    }

    @Check(
            id = "missing-stays-missing",
            title = "where there is no object, conditions mean nothing",
            reference = "RFC 9110 §13.2.1")
    void missingStaysMissing(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        StoredObject page = bucket.put(StoredObject.html("errors/404.html", "<h1>" + random.text(4) + "</h1>"));
        assertThat(viewer.get("/" + object.key(), "If-None-Match", "*"))
                .because("this object is there")
                .hasStatus(304);
        String missing = "/" + random.key("", ".bin");
        String pageTag = tagOf(viewer.get("/" + page.key()));

        for (List<String> condition : List.of(
                List.of("If-None-Match", "*"),
                List.of("If-None-Match", pageTag),
                List.of("If-Match", "*"),
                List.of("If-Match", "\"" + random.name() + "\""))) {
            assertThat(viewer.get(missing, condition.get(0), condition.get(1)))
                    .because("there is no such object, with or without " + condition.get(0))
                    .hasStatus(404)
                    .hasBody(page.body());
            assertThat(viewer.head(missing, condition.get(0), condition.get(1)))
                    .because("there is no such object, with or without " + condition.get(0))
                    .hasStatus(404);
        }
    }
}

package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertAskedWith;
import static edgecraft.edge.checks.EdgeAssertions.assertAskedWithout;
import static edgecraft.edge.checks.EdgeAssertions.assertNoLengthMadeUp;
import static edgecraft.edge.checks.EdgeAssertions.lastAsked;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.edge.checks.RevalidationChecks.LATER;
import static edgecraft.edge.checks.RevalidationChecks.MODIFIED;
import static edgecraft.edge.checks.RevalidationChecks.tag;
import static edgecraft.edge.checks.RevalidationChecks.tenSeconds;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.HttpDate;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The other half of the step: what a 304 says, to the edge and to its viewers. */
@Step("2.6")
class NotModifiedChecks {

    @Check(
            id = "fields-of-the-304",
            title = "the copy takes over the fields of the 304, each once",
            reference = "RFC 9111 §3.2, §4.3.4")
    void fieldsOfThe304(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String tag = tag(random);
        String text = random.text(12);
        String stays = random.name();
        String release = random.name();
        tenSeconds(origin, target, tag, text)
                .field("X-Release", random.name())
                .field("X-Stays", stays)
                .field("Link", "</" + random.name() + ">")
                .field("Link", "</" + random.name() + ">")
                .field("Vary", "Accept-Language")
                .notModified(
                        "Cache-Control",
                        "public, max-age=60",
                        "ETag",
                        tag,
                        "X-Release",
                        release,
                        "Link",
                        "</" + release + ">",
                        "Link",
                        "</" + stays + ">",
                        "Vary",
                        "Accept-Language");
        assertThat(viewer.get(target))
                .hasStatus(200)
                .hasText(text)
                .hasField("X-Stays", stays)
                .hasField("Cache-Control", "max-age=10");

        edge.advance(LATER);
        for (int seconds : List.of(0, 50)) {
            edge.advance(Duration.ofSeconds(seconds));
            Answer refreshed = viewer.get(target);
            assertThat(refreshed)
                    .because("the origin said so in its 304, " + seconds + " s ago")
                    .hasStatus(200)
                    .hasText(text)
                    .hasField("Cache-Control", "public, max-age=60")
                    .hasField("X-Release", release)
                    .hasField("Vary", "Accept-Language")
                    .hasField("ETag", tag)
                    .because("the 304 said nothing about it")
                    .hasField("X-Stays", stays);
            assertLinks(refreshed, "</" + release + ">, </" + stays + ">");
            assertAsked(origin, target, 2, "the 304 says max-age=60, and it came " + seconds + " s ago");
        }
        edge.advance(LATER);
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);
        assertAsked(origin, target, 3, "the 304 says max-age=60, and it came 61 s ago");
        assertTakenBack(edge, origin, viewer, random);
        assertNeedsNoTag(edge, origin, viewer, random);
    }

    /** In lines or as one list. */
    private static void assertNeedsNoTag(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String text = random.text(12);
        tenSeconds(origin, target, tag(random), text).notModified("Cache-Control", "max-age=60");
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);
        edge.advance(LATER);
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);
        assertAsked(origin, target, 2, "a 304 without a tag is about the copy that the origin was asked about");
    }

    private static void assertLinks(Answer answer, String links) {
        String got = String.join(",", answer.fieldValues("Link")).replaceAll("\\s*,\\s*", ", ");
        if (!got.equals(links)) {
            throw new AssertionError("expected Link: " + links + ", because the 304 had these two lines, and they take"
                    + " the place of the copy's own; but it was " + (got.isEmpty() ? "not there" : got));
        }
    }

    /** What the copy says now may not be stored any more. */
    private static void assertTakenBack(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        for (String control : List.of("no-store", "private, max-age=60")) {
            String target = page(random);
            String tag = tag(random);
            String text = random.text(12);
            tenSeconds(origin, target, tag, text).notModified("ETag", tag, "Cache-Control", control);
            assertThat(viewer.get(target)).hasStatus(200).hasText(text);
            edge.advance(LATER);
            for (int asked = 2; asked <= 3; asked++) {
                assertThat(viewer.get(target))
                        .because("the page has not changed, whoever may keep it")
                        .hasStatus(200)
                        .hasText(text);
                assertAsked(
                        origin,
                        target,
                        asked,
                        "the 304 said Cache-Control: " + control + ", and with that nothing may be stored");
            }
            assertAskedWithout(
                    lastAsked(origin, target),
                    "If-None-Match",
                    "the 304 before said Cache-Control: " + control
                            + ", so the copy is gone, and there is no tag to ask about");
        }
    }

    @Check(
            id = "what-a-304-cannot-change",
            title = "fields about the body stay as they were, and a 304's cookie is for nobody else",
            reference = "RFC 9111 §3.2; RFC 9110 §8.4, §8.6")
    void whatA304CannotChange(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String tag = tag(random);
        String text = random.text(12);
        String release = random.name();
        tenSeconds(origin, target, tag, text)
                .field("Content-Type", "text/plain")
                .notModified(
                        "ETag", tag,
                        "Cache-Control", "max-age=60",
                        "X-Release", release,
                        "Content-Type", "text/html",
                        "Content-Encoding", "gzip",
                        "Content-Range", "bytes 0-4/5",
                        "Content-Length", "5",
                        "Set-Cookie", "session=" + random.name(),
                        "Connection", "X-Hop",
                        "X-Hop", random.name());
        assertThat(viewer.get(target)).hasStatus(200).hasText(text).hasField("Content-Type", "text/plain");

        edge.advance(LATER);
        assertBodysFields(viewer.get(target), text, release);
        assertBodysFields(viewer.get(target), text, release);
        assertThat(viewer.get(target))
                .because("the origin set it for the viewer for whom the edge asked, if for anybody")
                .hasNoField("Set-Cookie");
        assertAsked(origin, target, 2, "the 304 says max-age=60");
    }

    private static void assertBodysFields(Answer answer, String text, String release) {
        assertThat(answer)
                .because("a 304 has no body, and says nothing about the one that is stored")
                .hasStatus(200)
                .hasText(text)
                .hasField("Content-Type", "text/plain")
                .hasNoField("Content-Encoding")
                .hasNoField("Content-Range")
                .because("X-Hop was named in Connection: it ends at the edge")
                .hasNoField("X-Hop")
                .because("other fields are taken over from the 304")
                .hasField("X-Release", release);
    }

    @Check(
            id = "age-starts-again",
            title = "after a 304 the age counts from the 304",
            reference = "RFC 9111 §4.2.3, §4.3.4")
    void ageStartsAgain(
            Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String tag = tag(random);
        String text = random.text(12);
        OriginAnswer answer = origin.answer(target)
                .field("Cache-Control", "max-age=60")
                .field("ETag", tag)
                .field("Age", "20")
                .body(text)
                .notModified("ETag", tag);
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);
        edge.advance(Duration.ofSeconds(10));
        assertThat(viewer.get(target)).because("it was 20 s old 10 s ago").hasField("Age", "30");

        edge.advance(Duration.ofSeconds(35));
        assertThat(viewer.get(target))
                .because("the origin has just said 304, without an Age, and this is the stored copy")
                .hasStatus(200)
                .hasText(text)
                .hasField("Age", "0");
        edge.advance(Duration.ofSeconds(7));
        assertThat(viewer.get(target))
                .because("the origin said 304 just 7 s ago, without an Age")
                .hasStatus(200)
                .hasField("Age", "7");
        edge.advance(Duration.ofSeconds(52));
        assertThat(viewer.get(target))
                .because("the 304 was 59 s ago")
                .hasStatus(200)
                .hasField("Age", "59");
        assertAsked(origin, target, 2, "the copy may be used for 60 s, and the 304 was 59 s ago");

        answer.notModified("ETag", tag, "Age", "30");
        edge.advance(Duration.ofSeconds(2));
        assertThat(viewer.get(target))
                .because("the 304 has just come, and its own Age was 30")
                .hasStatus(200)
                .hasText(text)
                .hasField("Age", "30");
        edge.advance(Duration.ofSeconds(7));
        assertThat(viewer.get(target))
                .because("the 304 came 7 s ago, and its own Age was 30")
                .hasStatus(200)
                .hasField("Age", "37");
        assertAsked(origin, target, 3, "the copy may be used for 60 s, and is 37 s old");
        assertExpiresCountsFromThe304(edge, fixtures, origin, viewer, random);
    }

    private static void assertExpiresCountsFromThe304(
            Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String tag = tag(random);
        String text = random.text(12);
        Instant now = fixtures.clock().instant();
        origin.answer(target)
                .undated()
                .field("Date", HttpDate.format(now))
                .field("Expires", HttpDate.format(now.plusSeconds(10)))
                .field("ETag", tag)
                .body(text)
                .notModified("ETag", tag, "Expires", HttpDate.format(now.plusSeconds(41)));
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);
        edge.advance(LATER);
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);
        edge.advance(Duration.ofSeconds(29));
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);
        assertAsked(origin, target, 2, "the 304 came 29 s ago, without a Date, and its Expires is in 1 s");
        edge.advance(Duration.ofSeconds(3));
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);
        assertAsked(origin, target, 3, "the 304 came 32 s ago, without a Date, and its Expires was 2 s ago");
    }

    @Check(
            id = "viewers-conditions",
            title = "a viewer's own copy is compared with what the edge has",
            reference = "RFC 9111 §4.3.2; RFC 9110 §13.1.2, §13.1.3, §13.2.2")
    void viewersConditions(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String tag = tag(random);
        String text = random.text(12);
        tenSeconds(origin, target, tag, text)
                .field("Last-Modified", MODIFIED)
                .field("Expires", "Fri, 01 Jan 2038 00:00:00 GMT")
                .field("Vary", "Accept-Language")
                .field("Content-Location", target + ".html");
        Answer whole = viewer.get(target);
        assertThat(whole).hasStatus(200).hasText(text);
        edge.advance(Duration.ofSeconds(3));

        String other = tag(random);
        String before = "Tue, 15 Nov 1994 12:45:25 GMT";
        for (List<String> knows : List.of(
                List.of("If-None-Match", tag),
                List.of("If-None-Match", other + ", " + tag),
                List.of("If-None-Match", "W/" + tag + "," + other),
                List.of("If-None-Match", "*"),
                List.of("If-None-Match", other, "If-None-Match", tag),
                List.of("If-None-Match", tag, "If-Modified-Since", before),
                List.of("If-Modified-Since", MODIFIED),
                List.of("If-Modified-Since", "Wed, 16 Nov 1994 12:45:26 GMT"))) {
            assertNotModified(viewer.get(target, knows.toArray(String[]::new)), whole, "3");
            assertNotModified(viewer.head(target, knows.toArray(String[]::new)), whole, "3");
        }
        for (List<String> doesNot : List.of(
                List.of("If-None-Match", other),
                List.of("If-None-Match", other, "If-Modified-Since", MODIFIED),
                List.of("If-Modified-Since", before))) {
            assertThat(viewer.get(target, doesNot.toArray(String[]::new)))
                    .because("the viewer has another page than the edge, which has " + tag + " of " + MODIFIED)
                    .hasStatus(200)
                    .hasText(text);
        }
        assertAsked(origin, target, 1, "the copy is 3 s old, may be used for 10 s, and answers all of them");

        assertNothingToCompare(origin, viewer, random);
        errorsMeetNoConditions(origin, viewer, random);
        staleMeetsConditions(edge, origin, viewer, random);
    }

    private static void assertNothingToCompare(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String text = random.text(12);
        origin.answer(target).field("Cache-Control", "max-age=10").body(text);
        for (String[] condition : List.of(
                new String[] {"If-None-Match", tag(random)},
                new String[] {"If-Modified-Since", MODIFIED},
                new String[] {"If-Modified-Since", "yesterday"})) {
            assertThat(viewer.get(target, condition))
                    .because("the page has neither a tag nor a date")
                    .hasStatus(200)
                    .hasText(text);
        }
    }

    private static void errorsMeetNoConditions(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String tag = tag(random);
        String sorry = random.text(12);
        tenSeconds(origin, target, tag, sorry).status(404);
        for (int i = 0; i < 2; i++) {
            for (String condition : List.of(tag, "*")) {
                assertThat(viewer.get(target, "If-None-Match", condition))
                        .because("only what would be a 200 is compared, and this is an error")
                        .hasStatus(404)
                        .hasText(sorry);
            }
        }
    }

    private static void assertNotModified(Answer answer, Answer whole, String age) {
        assertThat(answer)
                .because("the viewer has what the edge has")
                .hasStatus(304)
                .hasNoBody()
                .because("a 304 says how old what the viewer has is, and where that was found")
                .hasField("Age", age)
                .hasField("X-Cache");
        for (String name : List.of("ETag", "Cache-Control", "Date", "Expires", "Vary", "Content-Location")) {
            assertThat(answer)
                    .because("the stored answer has it, and the viewer's copy lives on with it")
                    .hasField(name, whole.field(name).orElse(""));
        }
    }

    /** The edge asks by its own copy, and compares the viewer's with what it has then. */
    private static void staleMeetsConditions(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        List<String> tags = List.of(tag(random), tag(random), tag(random));
        List<String> texts = List.of(random.text(9), random.text(10), random.text(11));
        tenSeconds(origin, target, tags.get(0), texts.get(0)).validates();
        assertThat(viewer.get(target)).hasStatus(200).hasText(texts.get(0));

        edge.advance(LATER);
        assertThat(viewer.get(target, "If-None-Match", tags.get(1)))
                .because("the viewer has another page than the edge, which the origin has just confirmed")
                .hasStatus(200)
                .hasText(texts.get(0));
        assertAskedWith(lastAsked(origin, target), "If-None-Match", tags.get(0), "the edge asks about its own copy");
        edge.advance(LATER);
        assertThat(viewer.get(target, "If-None-Match", tags.get(0)))
                .because("the viewer has what the edge has, and the origin has just confirmed it")
                .hasStatus(304);

        edge.advance(LATER);
        tenSeconds(origin, target, tags.get(1), texts.get(1)).validates();
        assertThat(viewer.get(target, "If-None-Match", tags.get(0)))
                .because("the viewer has the old page, and the origin has another now")
                .hasStatus(200)
                .hasText(texts.get(1));
        edge.advance(LATER);
        tenSeconds(origin, target, tags.get(2), texts.get(2)).validates();
        assertThat(viewer.get(target, "If-None-Match", tags.get(2)))
                .because("the viewer has the very page that the edge has just fetched")
                .hasStatus(304)
                .hasField("ETag", tags.get(2));
        assertThat(viewer.get(target))
                .because("the edge has just fetched it")
                .hasStatus(200)
                .hasText(texts.get(2));
        assertAsked(origin, target, 5, "the newest page may be kept for 10 s");
    }

    @Check(
            id = "conditions-of-the-first",
            title = "what the first viewer has already, the edge still fetches whole",
            reference = "RFC 9111 §4.3.2; RFC 9110 §13.1")
    void conditionsOfTheFirst(OriginStub origin, Viewer viewer, Randoms random) {
        String tag = tag(random);
        for (List<String> condition : List.of(
                List.of("If-None-Match", tag),
                List.of("If-Modified-Since", MODIFIED),
                List.of("If-None-Match", tag, "If-Modified-Since", MODIFIED))) {
            String target = page(random);
            String text = random.text(12);
            tenSeconds(origin, target, tag, text)
                    .field("Last-Modified", MODIFIED)
                    .chunked()
                    .validates();

            Answer first = viewer.get(target, condition.toArray(String[]::new));
            assertThat(first)
                    .because("the viewer has what the edge has just fetched")
                    .hasStatus(304)
                    .hasNoBody();
            assertNoLengthMadeUp(first, text.length(), "the origin said none, and the page is not empty");
            assertThat(viewer.get(target))
                    .because("this viewer has nothing, and the edge has the page")
                    .hasStatus(200)
                    .hasText(text);
            assertAsked(origin, target, 1, "what the first viewer asked for is stored, whatever that viewer had");
            for (String name : List.of("If-None-Match", "If-Modified-Since")) {
                assertAskedWithout(
                        lastAsked(origin, target), name, "an empty store has nothing that a 304 could refresh");
            }
        }

        String asked = page(random);
        tenSeconds(origin, asked, tag, random.text(12))
                .field("Last-Modified", MODIFIED)
                .validates();
        assertThat(viewer.head(asked, "If-None-Match", tag, "If-Modified-Since", MODIFIED))
                .because("the viewer has what the origin has")
                .hasStatus(304);
        for (String name : List.of("If-None-Match", "If-Modified-Since")) {
            assertAskedWithout(
                    lastAsked(origin, asked), name, "the edge compares for its viewers, who send HEAD or GET, itself");
        }
        assertWishesStayTheirs(origin, viewer, random);
        String written = page(random);
        origin.answer(written).body("done");
        for (String[] condition : List.of(new String[] {"If-Match", tag}, new String[] {"If-None-Match", "*"})) {
            assertThat(viewer.send("PUT", written, new byte[] {'x'}, condition)).hasStatus(200);
            assertAskedWith(
                    lastAsked(origin, written), condition[0], condition[1], "with PUT it is for the origin to decide");
        }
    }

    /** Who wants a certain version or none gets none: a 412, which must not become everybody's page. */
    private static void assertWishesStayTheirs(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String text = random.text(12);
        tenSeconds(origin, target, tag(random), text).validates();

        assertThat(viewer.get(target, "If-Match", tag(random)))
                .because("the origin has another version, and an edge need not ask it about that")
                .hasStatusIn(200, 412);
        assertThat(viewer.get(target))
                .because("it was the viewer before who wanted another version or none, with If-Match")
                .hasStatus(200)
                .hasText(text);
    }
}

package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertAskedWith;
import static edgecraft.edge.checks.EdgeAssertions.assertAskedWithout;
import static edgecraft.edge.checks.EdgeAssertions.assertCameAs;
import static edgecraft.edge.checks.EdgeAssertions.lastAsked;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Request;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.List;

@Step("2.6")
class RevalidationChecks {

    /** After that, what may be kept for 10 seconds is out of date. */
    static final Duration LATER = Duration.ofSeconds(11);

    static final String MODIFIED = "Tue, 15 Nov 1994 12:45:26 GMT";

    private static final String OUT_OF_DATE = "its copy is 11 s old and may be used for 10 s";

    @Check(
            id = "asks-with-the-tag",
            title = "a copy out of date is asked about by its tag, and by nothing else",
            reference = "RFC 9111 §4.3.1; RFC 9110 §13.1.2")
    void asksWithTheTag(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        for (String tag : List.of(tag(random), "W/" + tag(random))) {
            for (boolean dated : List.of(true, false)) {
                String target = page(random);
                String text = random.text(12);
                OriginAnswer answer = tenSeconds(origin, target, tag, text).validates();
                if (dated) {
                    answer.field("Last-Modified", MODIFIED);
                }
                Request asked = askedAgain(edge, origin, viewer, target, text);
                assertAskedWith(asked, "If-None-Match", tag, OUT_OF_DATE + ", and that is its tag");
                assertAskedWithout(
                        asked, "If-Modified-Since", "the tag says more: a page can change twice in a second");
            }
        }

        String target = page(random);
        List<String> languages = List.of("de", "fr");
        List<String> tags = List.of(tag(random), tag(random));
        for (int visit = 0; visit < 2; visit++) {
            for (int i = 0; i < 2; i++) {
                String text = "in " + languages.get(i);
                tenSeconds(origin, target, tags.get(i), text)
                        .field("Vary", "Accept-Language")
                        .validates();
                assertThat(viewer.get(target, "Accept-Language", languages.get(i)))
                        .hasStatus(200)
                        .hasText(text);
                if (visit == 1) {
                    Request asked = lastAsked(origin, target);
                    assertAskedWith(asked, "If-None-Match", tags.get(i), "that is the tag of the variant " + text);
                }
            }
            edge.advance(LATER);
        }
    }

    @Check(
            id = "asks-with-the-date",
            title = "a copy without a tag is asked about by its date, as the origin wrote it",
            reference = "RFC 9111 §4.3.1; RFC 9110 §13.1.3")
    void asksWithTheDate(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String text = random.text(12);
        for (String date : List.of(MODIFIED, "Sunday, 06-Nov-94 08:49:37 GMT")) {
            String target = page(random);
            origin.answer(target)
                    .field("Cache-Control", "max-age=10")
                    .field("Last-Modified", date)
                    .body(text);
            Request asked = askedAgain(edge, origin, viewer, target, text);
            assertAskedWith(
                    asked, "If-Modified-Since", date, OUT_OF_DATE + ", and that is its Last-Modified, byte for byte");
            assertAskedWithout(asked, "If-None-Match", "the copy has no tag");
        }

        String bare = page(random);
        origin.answer(bare).field("Cache-Control", "max-age=10").body(text);
        Request asked = askedAgain(edge, origin, viewer, bare, text);
        for (String name : List.of("If-None-Match", "If-Modified-Since")) {
            assertAskedWithout(asked, name, "the copy has neither tag nor date");
        }
    }

    /** Has it stored, and lets it go out of date. */
    private static Request askedAgain(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, String target, String text) {
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);
        edge.advance(LATER);
        assertThat(viewer.get(target)).because(OUT_OF_DATE).hasStatus(200).hasText(text);
        assertAsked(origin, target, 2, OUT_OF_DATE);
        return lastAsked(origin, target);
    }

    @Check(
            id = "refresh-hit",
            title = "after a 304 the viewer gets the whole page, and so does everybody for its lifetime",
            reference = "RFC 9111 §4.3.3, §4.3.4")
    void refreshHit(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String tag = tag(random);
        byte[] body = random.bytes(3000);
        origin.answer(target)
                .field("Cache-Control", "max-age=10")
                .field("ETag", tag)
                .body(body)
                .validates();
        assertThat(viewer.get(target)).hasStatus(200).hasBody(body);

        for (int refreshes = 1; refreshes <= 2; refreshes++) {
            edge.advance(LATER);
            Answer refreshed = viewer.get(target);
            assertThat(refreshed)
                    .because("the origin said 304 to the edge; this viewer has nothing yet, and set no condition")
                    .hasStatus(200)
                    .hasBody(body);
            assertAsked(origin, target, 1 + refreshes, OUT_OF_DATE);
            assertAskedWith(lastAsked(origin, target), "If-None-Match", tag, OUT_OF_DATE);
            assertCameAs("RefreshHit", refreshed);
            CacheStatus.of(edge.settings().name(), refreshed)
                    .says("fwd", "stale", OUT_OF_DATE)
                    .says("fwd-status", "304", "that is what the origin said to the edge");

            edge.advance(Duration.ofSeconds(9));
            assertThat(viewer.get(target))
                    .because("it is stored")
                    .hasStatus(200)
                    .hasBody(body);
            assertAsked(origin, target, 1 + refreshes, "the 304 was 9 s ago, and makes the copy fresh for 10 s");
        }
    }

    @Check(
            id = "changed",
            title = "a new answer takes the place of the old one, with its own tag",
            reference = "RFC 9111 §4.3.3; RFC 9110 §8.8.3")
    void changed(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String first = tag(random);
        String second = tag(random);
        String old = random.text(12);
        String text = random.text(15);
        tenSeconds(origin, target, first, old).field("X-Old", first).validates();
        assertThat(viewer.get(target)).hasStatus(200).hasText(old);

        edge.advance(LATER);
        tenSeconds(origin, target, second, text).validates();
        for (int i = 0; i < 2; i++) {
            assertThat(viewer.get(target))
                    .because("the origin answered with another page, and that is the one to keep")
                    .hasStatus(200)
                    .hasText(text)
                    .hasField("ETag", second)
                    .hasNoField("X-Old");
        }
        assertAsked(origin, target, 2, "the new page may be kept for 10 s");
        assertAskedWith(lastAsked(origin, target), "If-None-Match", first, OUT_OF_DATE);

        edge.advance(LATER);
        assertThat(viewer.get(target))
                .because("it has not changed again")
                .hasStatus(200)
                .hasText(text);
        assertAskedWith(
                lastAsked(origin, target), "If-None-Match", second, "that is the tag of the page that is stored");

        edge.advance(LATER);
        origin.answer(target).field("Cache-Control", "max-age=10").body(old);
        assertThat(viewer.get(target))
                .because("the origin answered with another page")
                .hasText(old);
        edge.advance(LATER);
        assertThat(viewer.get(target)).hasStatus(200).hasText(old).hasNoField("ETag");
        assertAskedWithout(lastAsked(origin, target), "If-None-Match", "the page that is stored has no tag");
        for (String control : List.of("private, max-age=600", "no-store")) {
            assertTakesTheCopyAlong(edge, origin, viewer, random, control);
        }
        assertAsksAgain(edge, origin, viewer, random);
    }

    /** The new page may not be stored, and the old one is not the origin's any more. */
    private static void assertTakesTheCopyAlong(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random, String control) {
        String target = page(random);
        String tag = tag(random);
        String changed = random.text(12);
        String text = random.text(15);
        tenSeconds(origin, target, tag, random.text(9));
        assertThat(viewer.get(target)).hasStatus(200);

        edge.advance(LATER);
        origin.answer(target).field("Cache-Control", control).body(changed);
        assertThat(viewer.get(target))
                .because("the copy is out of date, and the origin answered with another page")
                .hasStatus(200)
                .hasText(changed);

        tenSeconds(origin, target, tag, text).notModified("ETag", tag);
        assertThat(viewer.get(target))
                .because("a page with " + control
                        + " came in the place of the copy: it is not stored, and the copy is gone")
                .hasStatus(200)
                .hasText(text);
        assertAskedWithout(lastAsked(origin, target), "If-None-Match", "no copy is left that has a tag");
    }

    /** The origin confirms a page that the edge does not have. */
    private static void assertAsksAgain(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String old = random.text(12);
        String text = random.text(15);
        String other = tag(random);
        tenSeconds(origin, target, tag(random), old);
        assertThat(viewer.get(target)).hasStatus(200).hasText(old);

        edge.advance(LATER);
        tenSeconds(origin, target, other, text).notModified("ETag", other, "Cache-Control", "max-age=10");
        for (int i = 0; i < 2; i++) {
            assertThat(viewer.get(target))
                    .because("the 304 was about " + other + ", which is not the tag of the copy; asked without"
                            + " conditions, the origin sends that page")
                    .hasStatus(200)
                    .hasText(text)
                    .hasField("ETag", other);
        }
    }

    @Check(
            id = "gone-meanwhile",
            title = "when the page is gone, viewers hear so, and the copy goes too",
            reference = "RFC 9111 §4.3.3; RFC 9110 §15.5.5, §15.5.11")
    void goneMeanwhile(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        for (int status : List.of(404, 410)) {
            String target = page(random);
            String tag = tag(random);
            String text = random.text(12);
            String sorry = random.text(5);
            tenSeconds(origin, target, tag, random.text(12));
            assertThat(viewer.get(target)).hasStatus(200);

            edge.advance(LATER);
            OriginAnswer gone = origin.answer(target).status(status).body(sorry);
            if (status == 410) {
                // Then nothing at all is stored in the place of the copy.
                gone.field("Cache-Control", "no-store");
            }
            for (int i = 0; i < 2; i++) {
                assertThat(viewer.get(target))
                        .because("the copy is out of date, and the origin answered " + status)
                        .hasStatus(status)
                        .hasText(sorry);
            }

            edge.advance(LATER);
            tenSeconds(origin, target, tag, text).notModified("ETag", tag);
            assertThat(viewer.get(target))
                    .because("the old copy went with the " + status + ", and nobody asks about it any more")
                    .hasStatus(200)
                    .hasText(text);
            assertAskedWithout(lastAsked(origin, target), "If-None-Match", "no copy is left that has a tag");
        }
    }

    @Check(
            id = "head-and-stale",
            title = "a HEAD neither freshens a copy nor takes its body away",
            reference = "RFC 9110 §9.3.2; RFC 9111 §4.3.5")
    void headAndStale(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String text = random.text(12);
        String next = random.text(15);
        String tag = tag(random);
        tenSeconds(origin, target, tag, text).validates();
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);

        edge.advance(LATER);
        assertThat(viewer.head(target))
                .because("this viewer set no condition")
                .hasStatus(200)
                .hasNoBody();
        assertThat(viewer.get(target))
                .because("it has not changed")
                .hasStatus(200)
                .hasText(text);
        assertAskedWith(
                lastAsked(origin, target),
                "If-None-Match",
                tag,
                "that is the tag of the copy, and a HEAD changes nothing about a copy");

        edge.advance(LATER);
        assertThat(viewer.head(target)).hasStatus(200);
        tag = tag(random);
        tenSeconds(origin, target, tag, next).validates();
        for (int i = 0; i < 2; i++) {
            assertThat(viewer.get(target))
                    .because("the copy was out of date, no GET has freshened it, and the page has changed")
                    .hasStatus(200)
                    .hasText(next);
        }

        edge.advance(LATER);
        String last = tag(random);
        tenSeconds(origin, target, last, text).validates();
        assertThat(viewer.head(target))
                .because("the copy is out of date, and the page has changed")
                .hasStatus(200)
                .hasField("ETag", last);
        assertThat(viewer.get(target))
                .because("the page has changed, and its new fields belong to its new body")
                .hasStatus(200)
                .hasField("ETag", last)
                .hasText(text);
    }

    static String tag(Randoms random) {
        return "\"" + random.name() + "\"";
    }

    static OriginAnswer tenSeconds(OriginStub origin, String target, String tag, String text) {
        return origin.answer(target)
                .field("Cache-Control", "max-age=10")
                .field("ETag", tag)
                .body(text);
    }
}

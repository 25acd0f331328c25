package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertCameAs;
import static edgecraft.edge.checks.EdgeAssertions.assertNoLengthMadeUp;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Field;
import edgecraft.fixtures.Fields;
import edgecraft.fixtures.HttpDate;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.Request;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.List;

@Step("2.2")
class HitAndMissChecks {

    private static final String LONG = "max-age=600";

    private static final String STORED = "it is stored, and may be used for 600 s";

    @Check(
            id = "second-is-a-hit",
            title = "what was asked for once is given again without asking the origin",
            reference = "RFC 9111 §4")
    void secondIsAHit(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String text = random.text(20);
        origin.answer(target).field("Cache-Control", LONG).body(text);
        assertThat(viewer.get(target))
                .because("that is the origin's page")
                .hasStatus(200)
                .hasText(text);

        origin.answer(target).field("Cache-Control", LONG).body(random.text(20));
        for (int i = 0; i < 3; i++) {
            assertThat(viewer.get(target)).because(STORED).hasStatus(200).hasText(text);
        }
        assertAsked(origin, target, 1, STORED);

        String other = page(random);
        String otherText = random.text(20);
        origin.answer(other).field("Cache-Control", LONG).body(otherText);
        assertThat(viewer.get(other))
                .because("it is another page, and nobody has asked for it")
                .hasStatus(200)
                .hasText(otherText);
    }

    @Check(
            id = "fields-of-a-hit",
            title = "a hit has every field and every byte that the origin sent, Date as it was",
            reference = "RFC 9111 §3.1, §4; RFC 9110 §6.6.1")
    void fieldsOfAHit(
            Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        byte[] body = random.object("").body();
        String repeated = "X-" + random.name();
        Fields fields = Fields.of(
                "Content-Type",
                "image/png",
                "Cache-Control",
                "public, " + LONG,
                "ETag",
                "\"" + random.name() + "\"",
                "Last-Modified",
                "Tue, 01 Jan 2019 00:00:00 GMT",
                "Expires",
                HttpDate.format(fixtures.clock().instant().plusSeconds(900)),
                "Date",
                HttpDate.format(fixtures.clock().instant()),
                "Content-Language",
                "de-CH",
                "Content-Disposition",
                "attachment; filename=\"" + random.name() + ".png\"",
                "X-" + random.name(),
                random.text(3));
        OriginAnswer says = origin.answer(target).body(body);
        fields.lines().forEach(field -> says.field(field.name(), field.value()));
        says.field(repeated, "1, 2").field(repeated, "3");
        assertThat(viewer.get(target)).hasStatus(200).hasBody(body);

        edge.advance(Duration.ofSeconds(7));
        Answer hit = viewer.get(target);

        assertThat(hit).because(STORED).hasStatus(200).hasBody(body);
        for (Field field : fields.lines()) {
            assertThat(hit).because("the origin sent it with what is stored").hasField(field.name(), field.value());
        }
        assertThat(hit)
                .because("that is how long the body is, and it is said once")
                .hasField("Content-Length", Integer.toString(body.length));
        Forwarded.assertMembers(
                repeated, List.of("1, 2", "3"), hit.fieldValues(repeated), "the viewer", "the origin sent both lines");
        Forwarded.assertMembers(
                "Via",
                List.of("1.1 " + edge.settings().name()),
                hit.fieldValues("Via"),
                "the viewer",
                "it came through this edge, which signs every answer of the origin's, stored or not");
        assertAsked(origin, target, 1, STORED);

        assertChunkedIsWhole(origin, viewer, random);
    }

    private static void assertChunkedIsWhole(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        byte[] body = random.bytes(100_000);
        origin.answer(target).field("Cache-Control", LONG).chunked().body(body);
        for (int i = 0; i < 2; i++) {
            assertThat(viewer.get(target))
                    .because("that is what the origin sent, in chunks")
                    .hasStatus(200)
                    .hasBody(body);
        }
        assertAsked(origin, target, 1, STORED);
    }

    @Check(
            id = "x-cache",
            title = "X-Cache says what an answer was: Miss, Hit or Error",
            reference = "CloudFront guide: standard logs, x-edge-result-type")
    void xCache(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        origin.answer(target)
                .field("Cache-Control", LONG)
                .field("X-Cache", "Hit from " + random.name())
                .body(random.text(10));
        assertCameAs("Miss", viewer.get(target));
        assertCameAs("Hit", viewer.get(target));
        assertCameAs("Hit", viewer.head(target));
        assertAsked(origin, target, 1, STORED);

        for (int i = 0; i < 2; i++) {
            assertCameAs("Miss", viewer.send("POST", page(random), new byte[] {'x'}));
        }
        origin.line().isGone();
        Answer error = viewer.get(page(random));
        assertThat(error).because("the origin resets every connection").hasStatus(502);
        assertCameAs("Error", error);
        assertCameAs("Hit", viewer.get(target));
    }

    @Check(
            id = "cache-status",
            title = "Cache-Status says what this edge did, after what caches before it did",
            reference = "RFC 9211 §2")
    void cacheStatus(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String name = "edge-" + random.name();
        edge.settings(settings -> settings.withName(name));
        String target = page(random);
        origin.answer(target)
                .field("Cache-Control", LONG)
                .field("ETag", "\"" + random.name() + "\"")
                .body(random.text(10));
        CacheStatus.of(name, viewer.get(target))
                .says("fwd", "uri-miss", "nothing was stored for this page")
                .says("stored", "its answer may be used for 600 s, so the edge keeps it")
                .doesNotSay("hit", "the origin was asked");

        edge.advance(Duration.ofSeconds(7));
        CacheStatus.of(name, viewer.get(target))
                .says("hit", "its copy came 7 s ago, and may be used for 600 s")
                .says("ttl", "593", "its copy came 7 s ago, and may be used for 600 s")
                .doesNotSay("fwd", "the origin was not asked");

        edge.advance(Duration.ofSeconds(594));
        CacheStatus.of(name, viewer.get(target))
                .says("fwd", "stale", "its copy came 601 s ago, and might be used for 600 s")
                .says("stored", "the new answer may be used for 600 s again")
                .doesNotSay("hit", "the origin was asked");

        String secret = page(random);
        origin.answer(secret).field("Cache-Control", "no-store, " + LONG).body(random.text(10));
        CacheStatus.of(name, viewer.get(secret))
                .says("fwd", "uri-miss", "nothing was stored for this page")
                .doesNotSay("stored", "the answer says no-store");

        CacheStatus.of(name, viewer.send("POST", page(random), new byte[] {'x'}))
                .says("fwd", "method", "a POST is never answered from the store")
                .doesNotSay("stored", "an answer to POST is never stored");
        assertAfterOthers(name, origin, viewer, random);
    }

    /** An inner cache has spoken already; it is quoted in a hit too, as it is stored with the page. */
    private static void assertAfterOthers(String name, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String inner = random.name();
        origin.answer(target)
                .field("Cache-Control", LONG)
                .field("Cache-Status", "\"" + inner + ", 1\"; hit; detail=\"a, b; c\"")
                .field("Cache-Status", "my-" + name + "; fwd=miss; stored")
                .body(random.text(10));
        for (String said : List.of("fwd", "hit")) {
            Answer answer = viewer.get(target);
            List<String> names =
                    CacheStatus.allOf(answer).stream().map(CacheStatus::cache).toList();
            if (!names.equals(List.of(inner + ", 1", "my-" + name, name))) {
                throw new AssertionError("expected Cache-Status to have three members, of \"" + inner + ", 1\", my-"
                        + name
                        + " and at the end " + name + ", because two caches had spoken before, but the answer has"
                        + " Cache-Status: " + String.join(", ", answer.fieldValues("Cache-Status")));
            }
            CacheStatus status = CacheStatus.of(name, answer);
            if (said.equals("hit")) {
                status.says("hit", STORED);
            } else {
                status.says("fwd", "uri-miss", "this edge had nothing, though the cache behind it had a hit");
            }
        }
    }

    @Check(
            id = "age",
            title = "Age says how many seconds ago the origin made what is stored",
            reference = "RFC 9111 §4.2.3, §5.1")
    void age(Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        String page = page(random);
        String old = page(random);
        String fast = page(random);
        origin.answer(page).field("Cache-Control", "max-age=7200").body(random.text(10));
        origin.answer(old)
                .field("Cache-Control", "max-age=7200")
                .field("Date", HttpDate.format(fixtures.clock().instant().minusSeconds(50)))
                .field("Age", "50")
                .body(random.text(10));
        origin.answer(fast)
                .field("Cache-Control", "max-age=7200")
                .field("Date", HttpDate.format(fixtures.clock().instant().plusSeconds(100)))
                .body(random.text(10));
        assertThat(viewer.get(page)).hasStatus(200);
        assertAge(viewer.get(old), 50, "the origin, or a cache before it, has just said so");
        assertThat(viewer.get(fast)).hasStatus(200);

        int sinceThen = 0;
        for (int step : new int[] {0, 7, 1, 3_600}) {
            edge.advance(Duration.ofSeconds(step));
            sinceThen += step;
            String came = "it came " + sinceThen + " s ago";
            assertAge(viewer.get(page), sinceThen, came);
            assertAge(viewer.get(old), 50 + sinceThen, came + ", and was 50 s old then, as its Age said");
            assertAge(
                    viewer.get(fast),
                    sinceThen,
                    came + "; that its Date is in the future makes it no younger than new");
        }
        assertAsked(origin, page, 1, "it is stored, and may be used for 7200 s");
    }

    private static void assertAge(Answer answer, int seconds, String why) {
        assertThat(answer).hasStatus(200).because(why).hasField("Age", Integer.toString(seconds));
    }

    @Check(
            id = "head-from-get",
            title = "HEAD is answered from a stored GET: the same fields, no body",
            reference = "RFC 9110 §9.3.2; RFC 9111 §4")
    void headFromGet(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        byte[] body = random.object("").body();
        Fields fields = Fields.of(
                "Content-Type",
                "image/png",
                "Cache-Control",
                LONG,
                "ETag",
                "\"" + random.name() + "\"",
                "X-" + random.name(),
                random.text(3));
        OriginAnswer says = origin.answer(target).body(body);
        fields.lines().forEach(field -> says.field(field.name(), field.value()));
        assertThat(viewer.get(target)).hasStatus(200).hasBody(body);
        edge.advance(Duration.ofSeconds(7));

        try (RawConnection connection = viewer.connect()) {
            connection.write(ByHand.head("HEAD", viewer.host(), target) + ByHand.head("GET", viewer.host(), target));
            Answer head = connection.readAnswer("HEAD", target);
            assertThat(head)
                    .because(STORED)
                    .hasStatus(200)
                    .because("HEAD says how long the body of GET would be")
                    .hasField("Content-Length", Integer.toString(body.length))
                    .because("the page came 7 s ago")
                    .hasField("Age", "7");
            for (Field field : fields.lines()) {
                assertThat(head).because("HEAD has the fields of GET").hasField(field.name(), field.value());
            }
            assertThat(connection.readAnswer("GET", target))
                    .because("an answer to HEAD ends with its fields, and the next one begins right there")
                    .hasStatus(200)
                    .hasBody(body);
        }
        assertAsked(origin, target, 1, STORED);
        assertLengthOfChunks(origin, viewer, random);
    }

    /** The origin did not say it; the edge knows it by now, and may say it. */
    private static void assertLengthOfChunks(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        byte[] body = random.object("").body();
        origin.answer(target).field("Cache-Control", LONG).chunked().body(body);
        assertThat(viewer.get(target)).hasStatus(200).hasBody(body);
        Answer head = viewer.head(target);
        assertThat(head).because(STORED).hasStatus(200);
        assertAsked(origin, target, 1, STORED);
        assertNoLengthMadeUp(head, body.length, "the body that is stored has " + body.length + " bytes");
    }

    @Check(
            id = "head-fills-nothing",
            title = "a HEAD that goes to the origin leaves nothing to be mistaken for the page",
            reference = "RFC 9111 §3, §4.3.5; RFC 9110 §9.3.2")
    void headFillsNothing(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String text = random.text(20);
        origin.answer(target).field("Cache-Control", LONG).body(text);
        assertThat(viewer.head(target))
                .because("that is what the origin answers to HEAD")
                .hasStatus(200)
                .hasField("Content-Length", Integer.toString(text.length()));

        for (int i = 0; i < 2; i++) {
            assertThat(viewer.get(target))
                    .because("that is the origin's page, and the HEAD before brought none of it")
                    .hasStatus(200)
                    .hasText(text);
        }
        assertThat(viewer.head(target)).because(STORED).hasStatus(200);
        List<String> asked =
                origin.requests(target).stream().map(Request::method).toList();
        if (!asked.equals(List.of("HEAD", "GET"))) {
            throw new AssertionError(
                    "expected the origin to get one HEAD, because nothing was stored, and one GET, because"
                            + " the HEAD stored nothing, and no more, because the GET did; but it got " + asked);
        }
    }

    @Check(
            id = "two-edges",
            title = "two edges in one program know nothing of each other",
            reference = "the lesson: no mutable static state")
    void twoEdges(Instance<EdgeSettings> edge, Fixtures fixtures, Randoms random) {
        OriginStub origin = fixtures.origin();
        Instance<EdgeSettings> other = edge.another(EdgeScene.settingsFor(fixtures));
        OriginStub otherOrigin = fixtures.anotherOrigin();
        Instance<EdgeSettings> stranger =
                edge.another(EdgeScene.settingsFor(fixtures).withOrigin(otherOrigin.uri()));
        String target = page(random);
        String host = "www." + random.name() + ".test";
        List<String> texts = List.of(random.text(10), random.text(10), random.text(10));
        otherOrigin.answer(target).field("Cache-Control", LONG).body(texts.get(2));

        origin.answer(target).field("Cache-Control", LONG).body(texts.get(0));
        String first = "this is the first edge, and it stored this page when it asked";
        assertPage(edge, host, target, texts.get(0), first);
        origin.answer(target).field("Cache-Control", LONG).body(texts.get(1));
        assertPage(other, host, target, texts.get(1), "this is the second edge: it has stored nothing, and has to ask");
        assertPage(
                stranger, host, target, texts.get(2), "this is the third edge, and its settings name another origin");

        assertPage(edge, host, target, texts.get(0), first);
        assertPage(other, host, target, texts.get(1), "this is the second edge, and it stored this page when it asked");
        assertAsked(origin, target, 2, "two edges have this origin, and each has a store of its own");
        assertAsked(otherOrigin, target, 1, "one edge has this origin");
        assertStillAsks(edge, origin, host, random);
    }

    /** The edges that were made since have not changed where this one asks. */
    private static void assertStillAsks(Instance<EdgeSettings> edge, OriginStub origin, String host, Randoms random) {
        String target = page(random);
        String text = random.text(10);
        origin.answer(target).field("Cache-Control", LONG).body(text);
        assertPage(edge, host, target, text, "this is the first edge, and it asks the origin that its settings name");
    }

    private static void assertPage(Instance<EdgeSettings> edge, String host, String target, String text, String why) {
        assertThat(ByHand.get(edge.viewer(), host, target))
                .because(why)
                .hasStatus(200)
                .hasText(text);
    }
}

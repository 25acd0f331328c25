package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.edge.checks.Stampedes.assertAtTheOrigin;
import static edgecraft.edge.checks.Stampedes.assertOthersGoOn;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Crowd;
import edgecraft.fixtures.Gate;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is served when the stored page is out of date, and the origin is slow or fails. */
@Step("2.12")
class StaleChecks {

    private static final String WHILE_REFRESHING = "max-age=10, stale-while-revalidate=60";
    private static final int CONNECTIONS = 4;
    private static final int MIB = 1024 * 1024;

    private static final String IF_ERROR = "max-age=10, stale-if-error=60";

    /** Long enough 20 s after the page went out of date, not for a window that begins when it is stored. */
    private static final String SHORT_IF_ERROR = "max-age=10, stale-if-error=25";

    @Check(
            id = "while-revalidate",
            title = "in the window nobody waits: the old page at once, a new one behind the scenes",
            reference = "RFC 5861 §3")
    void whileRevalidate(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        Outdated page = Outdated.stored(origin, viewer, random, WHILE_REFRESHING);
        String newer = page.renew();

        edge.advance(Duration.ofSeconds(30));
        try (Gate gate = origin.hold(page.target())) {
            page.assertServedAtOnce("20 s after the page went out of date it may be served while it is refreshed");
            assertAtTheOrigin(gate, 1, page.target(), "the edge asks for a newer page while the old one is served");
            page.assertServedAtOnce("it is still being refreshed");
        }

        page.assertBecomes(200, newer, "the origin has answered, and its answer replaces the stored page");
        page.assertAsked(2, "one fetch was enough to refresh it");
        edge.advance(Duration.ofSeconds(5));
        page.assertPasses(200, newer, "the new page is 5 s old");
        page.assertAsked(2, "the new page may be kept for 10 s as the old one was");
    }

    @Check(
            id = "one-refresh",
            title = "however many viewers come in the window, one refresh is under way",
            reference = "RFC 5861 §3; RFC 9111 §4")
    void oneRefresh(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        Outdated page = Outdated.stored(origin, viewer, random, WHILE_REFRESHING);
        String newer = page.renew();
        String why = "20 s after the page went out of date it may be served while it is refreshed";

        edge.advance(Duration.ofSeconds(30));
        try (Gate gate = origin.hold(page.target())) {
            for (int i = 0; i < 5; i++) {
                page.assertServedAtOnce(why);
            }
            assertAtTheOrigin(gate, 1, page.target(), "the edge asks for a newer page while the old one is served");
            Crowd.of(20, i -> {
                page.assertServedAtOnce(why);
                return i;
            });
            assertOthersGoOn(origin, viewer, random, 3);
            page.assertAsked(2, "it was fetched once, and one refresh is under way");
        }

        page.assertBecomes(200, newer, "the origin has answered, and its answer replaces the stored page");
        page.assertAsked(2, "it was fetched once, and refreshed once");
        EdgeSettings few = edge.settings()
                .withOriginConnections(CONNECTIONS)
                .withCacheBytes(MIB)
                .withTimeout(viewer.serversPatience());
        byte[] much = random.bytes(2 * MIB);
        assertKeepsNoConnection(
                edge.another(few),
                origin,
                random,
                "what may not be stored",
                answer -> answer.field("Cache-Control", "no-store").body(much));
        assertKeepsNoConnection(
                edge.another(few),
                origin,
                random,
                "what turned out to be too large to be stored",
                answer -> answer.field("Cache-Control", "max-age=10").chunked().body(much));
        assertKeepsNoConnection(
                edge.another(few),
                origin,
                random,
                "a 503",
                answer -> answer.status(503).body(much));
    }

    /** What was fetched behind the scenes and is not stored has no reader: its connection must not wait for one. */
    private static void assertKeepsNoConnection(
            Instance<EdgeSettings> edge, OriginStub origin, Randoms random, String what, Consumer<OriginAnswer> newer) {
        Viewer viewer = edge.viewer();
        List<Outdated> pages = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            pages.add(Outdated.stored(origin, viewer, random, WHILE_REFRESHING));
        }
        edge.advance(Duration.ofSeconds(30));
        for (Outdated page : pages) {
            newer.accept(origin.answer(page.target()));
            page.assertServed("20 s after the page went out of date it may be served while it is refreshed");
        }
        for (Outdated page : pages) {
            page.assertBecomesAsked(2, "it may be served while it is refreshed, and so it is refreshed");
        }
        String other = page(random);
        origin.answer(other).body("another page");
        assertThat(viewer.get(other))
                .because("the settings allow " + CONNECTIONS + " connections to the origin, and " + CONNECTIONS
                        + " refreshes brought " + what + ": nobody will read that, so their connections are for"
                        + " others now")
                .hasStatus(200);
    }

    @Check(
            id = "refresh-outlives-the-viewer",
            title = "the refresh goes on when the viewer who set it off has left",
            reference = "RFC 5861 §3")
    void refreshOutlivesTheViewer(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        Outdated page = Outdated.stored(origin, viewer, random, WHILE_REFRESHING);
        String newer = page.renew();

        edge.advance(Duration.ofSeconds(30));
        // So that an edge that drops the refresh has time to do so before all of it is there.
        origin.line().paces(5, Duration.ofMillis(100));
        try (Gate gate = origin.hold(page.target())) {
            try (RawConnection connection = viewer.connect()) {
                connection.write(ByHand.head("GET", viewer.host(), page.target()));
                assertThat(connection.readAnswer("GET", page.target()))
                        .because("20 s after the page went out of date it may be served while it is refreshed")
                        .hasStatus(200);
                assertAtTheOrigin(gate, 1, page.target(), "the edge asks for a newer page");
                origin.line().passes();
            }
            conversation.note("viewer", "has closed the connection");
            assertOthersGoOn(origin, viewer, random, 3);
        }

        page.assertBecomes(200, newer, "the origin has answered, and its answer replaces the stored page");
        page.assertAsked(2, "the refresh had begun, and nobody had to begin another one");
    }

    @Check(id = "window-ends", title = "after the window the viewer waits for the new page", reference = "RFC 5861 §3")
    void windowEnds(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        Outdated within = Outdated.stored(origin, viewer, random, "max-age=10, stale-while-revalidate=40");
        Outdated after = Outdated.stored(origin, viewer, random, "max-age=10, stale-while-revalidate=30");
        Outdated without = Outdated.stored(origin, viewer, random, "max-age=10");
        within.renew();
        String newer = after.renew();
        String other = without.renew();

        edge.advance(Duration.ofSeconds(45));

        within.assertServed("it went out of date 35 s ago, which is less than 40 s");
        after.assertPasses(
                200, newer, "it went out of date 35 s ago, which is more than 30 s, whenever it was asked for");
        after.assertAsked(2, "the new page came from the origin");
        without.assertPasses(200, other, "that says nothing about using it for longer than 10 s");
    }

    @Check(
            id = "if-error",
            title = "the old page is better than a 500, 502, 503 or 504, if the origin said so",
            reference = "RFC 5861 §4")
    void ifError(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        Map<Integer, Outdated> pages = new LinkedHashMap<>();
        for (int status : new int[] {500, 502, 503, 504}) {
            pages.put(status, Outdated.stored(origin, viewer, random, SHORT_IF_ERROR));
        }
        Map<Integer, Outdated> others = new LinkedHashMap<>();
        for (int status : new int[] {501, 505, 507}) {
            others.put(status, Outdated.stored(origin, viewer, random, SHORT_IF_ERROR));
        }
        Outdated well = Outdated.stored(origin, viewer, random, SHORT_IF_ERROR);
        Outdated over = Outdated.stored(origin, viewer, random, "max-age=10, stale-if-error=15");

        edge.advance(Duration.ofSeconds(30));

        pages.forEach((status, page) -> {
            page.fail(status);
            page.assertServed("the origin answers " + status + " 20 s after the page went out of date");
            page.assertAsked(2, "whether the origin fails is known when it was asked");
        });
        others.forEach((status, page) -> page.assertPasses(
                status,
                page.fail(status),
                "the origin answers " + status + ", which is none of 500, 502, 503 and 504"));
        well.assertPasses(200, well.renew(), "the origin does not fail");
        over.assertPasses(503, over.fail(503), "the origin fails 20 s after the page went out of date: 15 s are over");
    }

    @Check(
            id = "if-error-unreachable",
            title = "the same when the origin is gone, hangs up, or says nothing",
            reference = "RFC 5861 §4; RFC 9111 §4.2.4")
    void ifErrorUnreachable(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withTimeout(viewer.serversPatience()));
        Map<String, Runnable> troubles = new LinkedHashMap<>();
        troubles.put("is gone", origin.line()::isGone);
        troubles.put("hangs up", origin.line()::hangsUp);
        troubles.put("is silent", origin.line()::isSilent);
        Map<String, List<Outdated>> pages = new LinkedHashMap<>();
        for (String trouble : troubles.keySet()) {
            pages.put(
                    trouble,
                    List.of(
                            Outdated.stored(origin, viewer, random, SHORT_IF_ERROR),
                            Outdated.stored(origin, viewer, random, "max-age=10, stale-if-error=15"),
                            Outdated.stored(origin, viewer, random, "max-age=10")));
        }
        edge.advance(Duration.ofSeconds(30));

        troubles.forEach((trouble, begins) -> {
            begins.run();
            List<Outdated> three = pages.get(trouble);
            if (three == null) {
                throw new IllegalStateException("no pages for " + trouble);
            }
            three.get(0).assertServed("the origin " + trouble + ", 20 s after the page went out of date");
            long asked = origin.count(three.get(0).target());
            three.get(0).assertServed("the origin " + trouble + ", 20 s after the page went out of date");
            three.get(0).assertAsked((int) asked, "the edge has just seen that the origin " + trouble);
            Crowd.of(2, i -> {
                three.get(i + 1).assertFails("the origin " + trouble + ", and nothing allows to serve an old page now");
                return i;
            });
        });
    }

    @Check(
            id = "error-ttl",
            title = "an origin that has just failed is left alone for a while, and then asked again",
            reference = "CloudFront guide: how CloudFront caches HTTP 4xx and 5xx status codes")
    void errorTtl(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        remembersErrorsFor20Seconds(edge);
        for (String control : List.of("max-age=10", "max-age=10, stale-if-error=600")) {
            Outdated page = Outdated.stored(origin, viewer, random, control);
            edge.advance(Duration.ofSeconds(30));
            page.fail(503);

            page.assertServed("the origin answers 503 to the refresh: the old page is better than that");
            page.assertAsked(2, "whether the origin fails is known when it was asked");
            page.assertServed("the origin has just failed");
            edge.advance(Duration.ofSeconds(19));
            page.assertServed("the origin failed 19 s ago, and the policy remembers that for 20 s");
            page.assertAsked(2, "an origin that fails is not asked again for 20 s, the errorTtl of the policy");

            edge.advance(Duration.ofSeconds(2));
            viewer.get(page.target());
            page.assertAsked(3, "the 20 s of the policy's errorTtl are over");
        }
    }

    private static void remembersErrorsFor20Seconds(Instance<EdgeSettings> edge) {
        edge.settings(settings -> settings.withPolicy(policy -> policy.withErrorTtl(Duration.ofSeconds(20))));
    }

    @Check(
            id = "must-revalidate",
            title = "with must-revalidate or proxy-revalidate nothing old is ever served",
            reference = "RFC 9111 §5.2.2.2, §5.2.2.8, §5.2.2.10; RFC 5861 §4")
    void mustRevalidate(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String allowed = "max-age=10, stale-while-revalidate=60, stale-if-error=60";
        Outdated refreshed = Outdated.stored(origin, viewer, random, allowed);
        Outdated permitted = Outdated.stored(origin, viewer, random, "s-maxage=10, stale-if-error=60");
        Outdated renewed = Outdated.stored(origin, viewer, random, "s-maxage=10, stale-while-revalidate=60");
        Outdated plain = Outdated.stored(origin, viewer, random, "max-age=10");
        List<Outdated> forbidden = List.of(
                Outdated.stored(origin, viewer, random, "must-revalidate, " + allowed),
                Outdated.stored(origin, viewer, random, allowed + ", proxy-revalidate"),
                Outdated.stored(origin, viewer, random, "max-age=10, Must-Revalidate"),
                Outdated.stored(origin, viewer, random, "s-maxage=10"));
        List<Outdated> unreachable = List.of(
                Outdated.stored(origin, viewer, random, "must-revalidate, " + allowed),
                Outdated.stored(origin, viewer, random, allowed + ", proxy-revalidate"));
        edge.advance(Duration.ofSeconds(30));
        List.of(refreshed, permitted, plain).forEach(page -> page.fail(503));

        refreshed.assertServed("20 s after it went out of date that allows it");
        permitted.assertServed("20 s after it went out of date stale-if-error allows it, s-maxage or not");
        renewed.renew();
        renewed.assertServed("20 s after it went out of date stale-while-revalidate allows it, s-maxage or not");
        plain.assertServed("nothing forbids it when the origin answers 503");
        for (Outdated page : forbidden) {
            page.assertPasses(
                    503, page.fail(503), "that forbids to serve it once it is out of date, whatever else is there");
        }
        origin.line().isGone();
        for (Outdated page : unreachable) {
            page.assertFails("that forbids to serve it once it is out of date, even if the origin is gone");
        }
        origin.line().passes();
        assertAlwaysAsked(origin, viewer, random, "no-cache, " + allowed);
    }

    private static void assertAlwaysAsked(OriginStub origin, Viewer viewer, Randoms random, String control) {
        String target = page(random);
        for (String text : List.of("old " + random.text(4), "new " + random.text(4))) {
            origin.answer(target)
                    .field("Cache-Control", control)
                    .field("ETag", "\"" + random.name() + "\"")
                    .body(text);
            assertThat(viewer.get(target))
                    .because("no-cache forbids to serve it without asking, whatever else is there")
                    .hasStatus(200)
                    .hasText(text);
        }
        origin.answer(target).status(503);
        assertThat(viewer.get(target))
                .because("no-cache forbids to serve it when the origin fails, whatever else is there")
                .hasStatus(503);
    }

    @Check(
            id = "client-errors-pass",
            title = "what the origin says is gone or forbidden is not served from the store",
            reference = "CloudFront guide: how CloudFront caches HTTP 4xx and 5xx status codes")
    void clientErrorsPass(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        Outdated failing = Outdated.stored(origin, viewer, random, IF_ERROR);
        Map<Integer, Outdated> pages = new LinkedHashMap<>();
        for (int status : new int[] {400, 403, 404, 410, 429}) {
            pages.put(status, Outdated.stored(origin, viewer, random, IF_ERROR));
        }
        Outdated deleted = Outdated.stored(origin, viewer, random, WHILE_REFRESHING);
        edge.advance(Duration.ofSeconds(30));

        failing.fail(503);
        failing.assertServed("the origin answers 503: it can't say what has become of the page");
        pages.forEach((status, page) -> page.assertPasses(
                status, page.fail(status), "the origin answers " + status + ": that is its word about this page"));
        String error = deleted.fail(404);
        deleted.assertServedAtOnce("20 s after the page went out of date it may be served while it is refreshed");
        deleted.assertBecomes(404, error, "the refresh has learned that the page is gone");
    }

    @Check(
            id = "errors-kept-briefly",
            title = "an error is remembered for as long as the policy says, and no longer",
            reference = "CloudFront guide: how CloudFront caches HTTP 4xx and 5xx status codes; RFC 9110 §15.1")
    void errorsKeptBriefly(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        remembersErrorsFor20Seconds(edge);
        OneTimeErrors errors = new OneTimeErrors(origin, viewer, random);
        List<String> silent = errors.add("", 404, 410, 414, 500, 501, 502, 503, 504);
        List<String> brief = errors.add("max-age=2", 404, 503);
        brief.addAll(errors.add("no-cache", 404, 503));
        List<String> longer = errors.add("max-age=60", 404, 503);
        List<String> never = errors.add("no-store", 404, 503);

        errors.askFirst();
        never.forEach(target -> errors.assertOver(target, "no-store is no-store, for an error too"));

        edge.advance(Duration.ofSeconds(19));
        silent.forEach(target -> errors.assertStays(target, "the policy remembers errors for 20 s"));
        brief.forEach(target -> errors.assertStays(
                target, "the policy remembers errors for 20 s, whatever less they say, no-cache too"));
        edge.advance(Duration.ofSeconds(2));
        silent.forEach(target -> errors.assertOver(target, "the 20 s for which the policy remembers errors are over"));
        brief.forEach(target -> errors.assertOver(target, "the 20 s of the policy are over, and it says less"));
        longer.forEach(target -> errors.assertStays(target, "the origin itself lets this one be kept for 60 s"));
        edge.advance(Duration.ofSeconds(60));
        longer.forEach(target -> errors.assertOver(target, "its 60 s are over"));
        assertNewErrorPasses(edge, origin, viewer, random);
    }

    private static void assertNewErrorPasses(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String newer = "newer error " + random.text(4);
        origin.answer(target).status(503).body("older error " + random.text(4));
        assertThat(viewer.get(target)).hasStatus(503);
        edge.advance(Duration.ofSeconds(21));
        origin.answer(target).status(500).body(newer);
        assertThat(viewer.get(target))
                .because("the 20 s for which the policy remembers the older error are over, and an error that is"
                        + " stored is no better than a new one")
                .hasStatus(500)
                .hasText(newer);
    }

    @Check(
            id = "bad-requests-are-not-kept",
            title = "an error that one viewer brought about is not the next viewer's",
            reference = "CloudFront guide: how CloudFront caches HTTP 4xx and 5xx status codes")
    void badRequestsAreNotKept(OriginStub origin, Viewer viewer, Randoms random) {
        OneTimeErrors errors = new OneTimeErrors(origin, viewer, random);
        List<String> explicit = errors.add("max-age=60", 400, 403, 405, 412, 415);
        List<String> silent = errors.add("", 400, 403, 405, 412, 415);

        errors.askFirst();

        explicit.forEach(target -> errors.assertStays(target, "the origin itself lets this one be kept for 60 s"));
        silent.forEach(target -> errors.assertOver(
                target, "nobody said that this error may be kept, and the next viewer may ask better"));
    }

    @Check(
            id = "origin-comes-back",
            title = "when the origin is well again, so is everything else",
            reference = "CloudFront guide: how CloudFront caches HTTP 4xx and 5xx status codes")
    void originComesBack(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        remembersErrorsFor20Seconds(edge);
        Outdated failed = Outdated.stored(origin, viewer, random, IF_ERROR);
        Outdated gone = Outdated.stored(origin, viewer, random, IF_ERROR);
        Outdated bare = Outdated.stored(origin, viewer, random, "max-age=10");
        edge.advance(Duration.ofSeconds(30));
        failed.fail(503);
        failed.assertServed("the origin answers 503");
        origin.line().isGone();
        gone.assertServed("the origin is gone");
        bare.assertFails("the origin is gone: without permission nothing old is served then");
        String unknown = page(random);
        assertThat(viewer.get(unknown)).because("the origin is gone").hasStatusIn(502, 504);

        origin.line().passes();
        String text = random.text(12);
        origin.answer(unknown).field("Cache-Control", "max-age=10").body(text);
        assertThat(viewer.get(unknown))
                .because("the origin is back, and what the edge itself said in its absence is not kept")
                .hasStatus(200)
                .hasText(text);
        bare.assertPasses(200, bare.renew(), "the origin is back");

        edge.advance(Duration.ofSeconds(21));
        for (Outdated page : List.of(failed, gone)) {
            String newer = page.renew();
            page.assertPasses(200, newer, "the 20 s of the policy's errorTtl are over, and the origin is well again");
            edge.advance(Duration.ofSeconds(5));
            page.assertPasses(200, newer, "the new page is 5 s old");
        }
        failed.assertAsked(
                3, "it was fetched, then the origin failed, then it was fetched again and may be kept for 10 s");
    }
}

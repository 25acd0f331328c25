package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertKeepsWhatItMay;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.edge.checks.Pages.assertOwnPages;
import static edgecraft.edge.checks.Pages.assertSameForAll;
import static edgecraft.edge.checks.Pages.pageFor;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

@Step("2.4")
class NeverSharedChecks {

    /** A field that shapes these pages, and that no key has. */
    private static final String VIEWER = "X-Viewer";

    @Check(
            id = "no-store",
            title = "what says no-store is asked for anew by everybody",
            reference = "RFC 9111 §5.2.2.5, §3")
    void noStore(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String kept = page(random);
        String text = random.text(12);
        origin.answer(kept).field("Cache-Control", "max-age=600").body(text);
        assertSameForAll(
                origin,
                viewer,
                kept,
                text,
                "Cache-Control",
                List.of("no-store", "no-store"),
                "what a viewer says about storing does not count; the answer may be kept for 600 s");

        for (String control : List.of(
                "no-store",
                "max-age=600, no-store",
                "public,NO-STORE,s-maxage=600",
                "max-age=600, x=\"a, b\", no-store")) {
            String target = page(random);
            pageFor(origin, target, VIEWER).field("Cache-Control", control);
            assertTwoPages(origin, viewer, target, random, "the answer says Cache-Control: " + control);
        }
        String twoLines = page(random);
        pageFor(origin, twoLines, VIEWER)
                .field("Cache-Control", "public, max-age=600")
                .field("Cache-Control", "no-store");
        assertTwoPages(origin, viewer, twoLines, random, "the second line of Cache-Control says no-store");

        String changed = storedForTenSeconds(edge, origin, viewer, random);
        pageFor(origin, changed, VIEWER).field("Cache-Control", "max-age=600, no-store");
        assertTwoPages(
                origin,
                viewer,
                changed,
                random,
                "the copy is out of date, and the answer that replaces it says no-store");
    }

    @Check(
            id = "private",
            title = "a private page is for one viewer, and the next one gets another",
            reference = "RFC 9111 §5.2.2.7")
    void privatePages(OriginStub origin, Viewer viewer, Randoms random) {
        assertKeepsWhatItMay(origin, viewer, random);

        for (String control : List.of(
                "private",
                "private, max-age=600",
                "s-maxage=600,Private",
                "max-age=600, private=\"X-" + random.name() + "\"")) {
            String target = page(random);
            pageFor(origin, target, VIEWER).field("Cache-Control", control);
            assertTwoPages(
                    origin,
                    viewer,
                    target,
                    random,
                    "the answer says Cache-Control: " + control + ", and a cache for everybody keeps nothing private");
        }
        for (int status : new int[] {302, 404}) {
            String target = page(random);
            pageFor(origin, target, VIEWER)
                    .status(status)
                    .field("Location", page(random))
                    .field("Cache-Control", "private, max-age=600");
            assertOwnPages(
                    origin,
                    viewer,
                    target,
                    status,
                    VIEWER,
                    List.of(random.name(), random.name()),
                    "this " + status + " says private, and what is private is for one viewer, whatever its status");
        }
    }

    @Check(
            id = "minimum-does-not-share",
            title = "a least lifetime makes nothing shareable that is not",
            reference = "RFC 9111 §3; CloudFront guide: how long content stays in an edge cache")
    void minimumDoesNotShare(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withPolicy(policy -> policy.withMinTtl(Duration.ofHours(1))));
        String least = "this edge keeps for an hour at least what it may keep at all";
        String kept = page(random);
        String text = random.text(12);
        origin.answer(kept).field("Cache-Control", "max-age=1").body(text);
        assertThat(viewer.get(kept)).hasStatus(200).hasText(text);
        edge.advance(Duration.ofMinutes(1));
        assertThat(viewer.get(kept)).because(least).hasStatus(200).hasText(text);
        assertAsked(origin, kept, 1, least);

        for (String control : List.of("no-store", "max-age=1, no-store", "private", "private=\"X-Cart\", max-age=1")) {
            String target = page(random);
            pageFor(origin, target, VIEWER).field("Cache-Control", control);
            assertTwoPages(
                    origin, viewer, target, random, "an hour at least is for what may be kept, and this is " + control);
        }
        assertOwnCookies(origin, viewer, page(random), "max-age=600", random);
        for (String control : List.of("max-age=600", "s-maxage=soon")) {
            assertUsersApart(
                    origin,
                    viewer,
                    random,
                    control,
                    "an hour at least is for what may be kept, and this is " + control);
        }
        String guessed = page(random);
        pageFor(origin, guessed, "Cookie");
        assertOwnPages(
                origin,
                viewer,
                guessed,
                "Cookie",
                List.of("session=" + random.name(), "session=" + random.name(), ""),
                "the request had a cookie, and the answer says nothing about how long it may be kept");
    }

    @Check(
            id = "set-cookie",
            title = "no viewer gets a cookie that was set for another",
            reference = "RFC 9111 §7.3; OWASP: session fixation")
    void setCookie(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        assertKeepsWhatItMay(origin, viewer, random);

        for (String control : List.of("public, max-age=600", "s-maxage=600, max-age=0")) {
            assertOwnCookies(origin, viewer, page(random), control, random);
        }
        for (int status : new int[] {302, 404, 503}) {
            assertOwnCookies(origin, viewer, page(random), status, "public, max-age=600", random);
        }
        String changed = storedForTenSeconds(edge, origin, viewer, random);
        assertOwnCookies(origin, viewer, changed, "public, max-age=600", random);
    }

    @Check(
            id = "authorization",
            title = "what was asked for with Authorization is for nobody else",
            reference = "RFC 9111 §3.5")
    void authorization(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String open = page(random);
        String text = random.text(12);
        origin.answer(open).field("Cache-Control", "max-age=600").body(text);
        assertSameForAll(
                origin, viewer, open, text, VIEWER, List.of("a", "b"), "nobody sent Authorization, and 600 s is 600 s");

        for (String control : List.of("max-age=600", "s-maxage=soon, max-age=600", "no-transform")) {
            assertUsersApart(
                    origin,
                    viewer,
                    random,
                    control,
                    "an answer to a request with Authorization may be kept only if it says public, must-revalidate,"
                            + " or s-maxage with a number; this one says Cache-Control: " + control);
        }
        assertUsersApart(
                origin,
                viewer,
                storedForTenSeconds(edge, origin, viewer, random),
                random,
                "max-age=600",
                "the copy is out of date, and the answer that would replace it was asked for with Authorization");
    }

    @Check(
            id = "authorization-permitted",
            title = "an answer that permits it is kept, whoever asked with Authorization",
            reference = "RFC 9111 §3.5, §5.2.2.2, §5.2.2.9, §5.2.2.10")
    void authorizationPermitted(OriginStub origin, Viewer viewer, Randoms random) {
        for (String control : List.of(
                "public",
                "public, max-age=600",
                "s-maxage=600",
                "max-age=600,must-revalidate",
                "Max-Age=600, Public")) {
            String target = page(random);
            String text = random.text(12);
            origin.answer(target).field("Cache-Control", control).body(text);
            assertSameForAll(
                    origin,
                    viewer,
                    target,
                    text,
                    "Authorization",
                    List.of("Bearer " + random.name(), "Bearer " + random.name()),
                    "the answer says Cache-Control: " + control + ", and so it is for everybody");
        }
    }

    @Check(
            id = "cookie-by-guess",
            title = "nobody guesses a lifetime for a page that somebody asked for with a cookie",
            reference = "RFC 9111 §3, §4.2.2; CloudFront guide: caching content based on cookies")
    void cookieByGuess(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Fixtures fixtures, Randoms random) {
        edge.settings(settings -> settings.withPolicy(policy -> policy.withMinTtl(Duration.ofSeconds(60))));
        List<String> cookies = List.of("session=" + random.name(), "session=" + random.name(), "");
        String guessed = page(random);
        String text = random.text(12);
        origin.answer(guessed).body(text);
        assertSameForAll(
                origin,
                viewer,
                guessed,
                text,
                VIEWER,
                List.of("a", "b"),
                "nobody sent a cookie: the default lifetime holds");

        for (String silent : List.of("", "no-cache")) {
            String target = page(random);
            OriginAnswer answer = pageFor(origin, target, "Cookie");
            if (!silent.isEmpty()) {
                answer.field("Cache-Control", silent);
            }
            assertOwnPages(
                    origin,
                    viewer,
                    target,
                    "Cookie",
                    cookies,
                    "the request had a cookie that is not in the key, and the answer states no lifetime"
                            + (silent.isEmpty() ? "" : ", but Cache-Control: " + silent));
        }
        String missing = page(random);
        pageFor(origin, missing, "Cookie").status(404);
        assertOwnPages(
                origin,
                viewer,
                missing,
                404,
                "Cookie",
                cookies,
                "the request had a cookie that is not in the key, and this 404 states no lifetime: how long errors are"
                        + " remembered is a guess, too");
        String changed = storedForTenSeconds(edge, origin, viewer, random);
        pageFor(origin, changed, "Cookie");
        assertOwnPages(
                origin,
                viewer,
                changed,
                "Cookie",
                cookies,
                "the copy is out of date, and the answer that would replace it states no lifetime and was asked for with"
                        + " a cookie that is not in the key");

        String later = HttpDate.format(fixtures.clock().instant().plusSeconds(600));
        for (String[] stated : List.of(
                new String[] {"Cache-Control", "max-age=600"},
                new String[] {"Cache-Control", "s-maxage=600"},
                new String[] {"Cache-Control", "public"},
                new String[] {"Expires", later})) {
            String asset = page(random);
            origin.answer(asset).field(stated[0], stated[1]).body(text);
            assertSameForAll(
                    origin,
                    viewer,
                    asset,
                    text,
                    "Cookie",
                    cookies.subList(0, 2),
                    "the answer says " + stated[0] + ": " + stated[1] + ", whatever cookies its viewers have");
        }
    }

    @Check(
            id = "posts-are-not-kept",
            title = "only GET fills the store; everything else reaches the origin",
            reference = "RFC 9110 §9.2.3; RFC 9111 §3")
    void postsAreNotKept(OriginStub origin, Viewer viewer, Randoms random) {
        for (String method : List.of("POST", "PUT", "PATCH", "OPTIONS")) {
            String target = page(random);
            String salt = random.name();
            byte[] body = method.equals("OPTIONS") ? new byte[0] : random.name().getBytes(StandardCharsets.UTF_8);
            origin.answer(target)
                    .field("Cache-Control", "public, max-age=600")
                    .body(request -> salt + " for " + request.method());

            for (int i = 0; i < 2; i++) {
                assertThat(viewer.send(method, target, body)).hasStatus(200).hasText(salt + " for " + method);
            }
            assertAsked(origin, target, 2, "two viewers sent " + method + ", and only answers to GET are kept");
            for (int i = 0; i < 2; i++) {
                assertThat(viewer.get(target))
                        .because("what came before was the answer to " + method)
                        .hasStatus(200)
                        .hasText(salt + " for GET");
            }
            assertAsked(origin, target, 3, "the answer to GET may be kept for 600 s");
            assertThat(viewer.send(method, target, body))
                    .because("what is stored is the answer to GET")
                    .hasStatus(200)
                    .hasText(salt + " for " + method);
            assertAsked(origin, target, 4, "only GET and HEAD are answered from the store");
        }
        assertGetWithBody(origin, viewer, random);
    }

    /** It has its own answer, and nobody else gets that. */
    private static void assertGetWithBody(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String salt = random.name();
        origin.answer(target)
                .field("Cache-Control", "public, max-age=600")
                .body(request -> salt + " for " + request.body().length + " bytes");
        for (int bytes : new int[] {3, 0, 5, 0}) {
            Answer answer = bytes == 0 ? viewer.get(target) : viewer.send("GET", target, random.bytes(bytes));
            assertThat(answer)
                    .because("this GET has " + (bytes == 0 ? "no body" : "a body, which goes to the origin with it")
                            + ", and the answer to a GET with a body is not kept")
                    .hasStatus(200)
                    .hasText(salt + " for " + bytes + " bytes");
        }
        assertAsked(origin, target, 3, "two GETs had a body, and the answer to the one without may be kept for 600 s");
    }

    @Check(
            id = "words-not-letters",
            title = "directives are words: neither part of a word nor anything in quotes",
            reference = "RFC 9111 §5.2; RFC 9110 §5.6.4")
    void wordsNotLetters(OriginStub origin, Viewer viewer, Randoms random) {
        for (String control : List.of(
                "x-no-store-y, max-age=600",
                "max-age=600, privately",
                "not-private=1,max-age=600",
                "ext=\"no-store, private\", max-age=600",
                "max-age=600, ext=\"public, no-store, private, must-revalidate\"")) {
            String target = page(random);
            String text = random.text(12);
            origin.answer(target).field("Cache-Control", control).body(text);
            assertSameForAll(
                    origin,
                    viewer,
                    target,
                    text,
                    VIEWER,
                    List.of("a", "b"),
                    "Cache-Control: " + control + " has the directive max-age=600, and neither no-store nor private");
        }
        for (String control : List.of(
                "max-age=600, not-public",
                "max-age=600, must-revalidate-not",
                "max-age=600, ext=\"a, public, b\"",
                "max-age=600, ext=\"a, s-maxage=60, b\"")) {
            assertUsersApart(
                    origin, viewer, random, control, "Cache-Control: " + control + " does not permit to share it");
        }
    }

    /** Two users who log in, and somebody who does not, each get their own. */
    private static void assertUsersApart(OriginStub origin, Viewer viewer, Randoms random, String control, String why) {
        assertUsersApart(origin, viewer, page(random), random, control, why);
    }

    private static void assertUsersApart(
            OriginStub origin, Viewer viewer, String target, Randoms random, String control, String why) {
        pageFor(origin, target, "Authorization").field("Cache-Control", control);
        List<String> users = List.of("Bearer " + random.name(), "Bearer " + random.name(), "");
        assertOwnPages(origin, viewer, target, "Authorization", users, why);
    }

    /** A page that is stored, and out of date by now. */
    private static String storedForTenSeconds(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String text = random.text(12);
        origin.answer(target)
                .field("Cache-Control", "max-age=10")
                .field("ETag", "\"" + random.name() + "\"")
                .body(text);
        assertSameForAll(
                origin, viewer, target, text, VIEWER, List.of("a", "b"), "this page may be kept for 10 s, and is new");
        // The least lifetime that a check here has is over, too.
        edge.advance(Duration.ofSeconds(61));
        return target;
    }

    private static void assertTwoPages(OriginStub origin, Viewer viewer, String target, Randoms random, String why) {
        assertOwnPages(origin, viewer, target, VIEWER, List.of(random.name(), random.name()), why);
    }

    /** Each viewer gets the cookie that the origin sets for them. */
    private static void assertOwnCookies(
            OriginStub origin, Viewer viewer, String target, String control, Randoms random) {
        assertOwnCookies(origin, viewer, target, 200, control, random);
    }

    private static void assertOwnCookies(
            OriginStub origin, Viewer viewer, String target, int status, String control, Randoms random) {
        String why = "the answer sets a cookie for the viewer who asked, and for nobody else";
        long before = origin.count(target);
        for (int i = 1; i <= 2; i++) {
            String cookie = "session=" + random.name();
            origin.answer(target)
                    .status(status)
                    .field("Cache-Control", control)
                    .field("Set-Cookie", cookie)
                    .body("for " + cookie);
            assertThat(viewer.get(target))
                    .because(why)
                    .hasStatus(status)
                    .hasField("Set-Cookie", cookie)
                    .hasText("for " + cookie);
            assertAsked(origin, target, (int) before + i, why);
        }
    }
}

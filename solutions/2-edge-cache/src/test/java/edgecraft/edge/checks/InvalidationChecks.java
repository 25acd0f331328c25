package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.edge.checks.Owner.INVALIDATIONS;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Request;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

@Step("2.10")
class InvalidationChecks {

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer( .*)?");
    private static final Pattern POST = Pattern.compile("(.*, *)?POST( *,.*)?");
    private static final String DONE = "the owner of the site asked for it, with the right token";

    @Check(
            id = "one-path",
            title = "after the 204, what was stored for a path is never served again",
            reference = "CloudFront guide: invalidating files; specifying the files to invalidate")
    void onePath(Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        Owner owner = Owner.of(fixtures, viewer);
        Shelf shelf = new Shelf(origin, viewer, random);
        String name = random.name();
        String first = page(random);
        String spaced = "/" + name + "%20" + name;
        List<String> others = List.of(
                first + "b", first + "/", first.toUpperCase(Locale.ROOT), "/" + name + "+" + name, page(random));
        shelf.put(first, spaced);
        others.forEach(shelf::put);

        assertThat(owner.invalidates(first)).because(DONE).hasStatus(204);
        shelf.assertGone(first, first + " was invalidated");
        shelf.assertStays(spaced, "only " + first + " was invalidated");
        assertThat(owner.invalidates("", page(random), "", spaced, ""))
                .because("these are two paths, one a line; a path that nothing is stored for is as good as any")
                .hasStatus(204);
        shelf.assertGone(spaced, spaced + " was invalidated, in the second of two lines");
        for (String other : others) {
            shelf.assertStays(other, "of this path nothing was said: " + first + " and " + spaced + " are others");
        }
        assertAnyTypeIsText(owner, shelf, random);
        assertNotKeptByItsTag(owner, origin, random);
    }

    private static void assertAnyTypeIsText(Owner owner, Shelf shelf, Randoms random) {
        for (String type : List.of(
                "application/x-www-form-urlencoded",
                "application/json",
                "text/plain; charset=utf-16",
                "text/plain; charset=" + random.name())) {
            String target = page(random);
            shelf.put(target);
            assertThat(owner.invalidatesAs(type, target))
                    .because("the body is text in UTF-8, whatever its Content-Type says, and this says " + type)
                    .hasStatus(204);
            shelf.assertGone(target, target + " was invalidated, with Content-Type: " + type);
        }
        List<String> two = List.of(page(random), page(random));
        two.forEach(shelf::put);
        assertThat(owner.invalidatesAs("text/plain", String.join("\r\n", two) + "\r\n"))
                .because("lines may end with CR and LF, too")
                .hasStatus(204);
        two.forEach(
                target -> shelf.assertGone(target, target + " was invalidated, in a line that ends with CR and LF"));
    }

    /** Whoever invalidates a page does not trust its tag: that may be what went wrong. */
    private static void assertNotKeptByItsTag(Owner owner, OriginStub origin, Randoms random) {
        String target = page(random);
        String tag = "\"" + random.name() + "\"";
        String before = "old " + random.text(4);
        String after = "new " + random.text(4);
        tagged(origin, target, tag, before);
        assertThat(owner.viewer().get(target)).hasStatus(200).hasText(before);
        tagged(origin, target, tag, after);

        assertThat(owner.invalidates(target)).because(DONE).hasStatus(204);

        assertThat(owner.viewer().get(target))
                .because(
                        "the copy was invalidated: it may not come back, even if the origin has the same tag as before")
                .hasStatus(200)
                .hasText(after);
    }

    private static void tagged(OriginStub origin, String target, String tag, String text) {
        origin.answer(target)
                .field("Cache-Control", "max-age=60")
                .field("ETag", tag)
                .validates()
                .body(text);
    }

    @Check(
            id = "needs-the-token",
            title = "without the right token nobody empties the cache",
            reference = "RFC 6750 §2.1, §3; RFC 9110 §15.5.2")
    void needsTheToken(Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        Owner owner = Owner.of(fixtures, viewer);
        Shelf shelf = new Shelf(origin, viewer, random);
        String target = page(random);
        shelf.put(target);
        String token = owner.token();

        assertRefused(owner, owner.pretends(target), "no token was sent");
        for (String credentials : List.of(
                "Bearer " + random.name() + random.name(),
                "Bearer " + token + "0",
                "Bearer " + token.substring(0, token.length() - 1),
                "Bearer " + token.substring(1),
                "Bearer",
                token,
                "Basic " + token)) {
            assertRefused(
                    owner,
                    owner.pretends(target, "Authorization", credentials),
                    "Authorization is not the word Bearer and the token of the settings, and nothing else");
            shelf.assertStays(target, "the invalidation was refused");
        }

        assertThat(owner.invalidates(target)).because(DONE).hasStatus(204);
        shelf.assertGone(target, "this time the token was right");
    }

    private static void assertRefused(Owner owner, Answer answer, String why) {
        assertThat(answer)
                .because(why)
                .hasStatus(401)
                .because("a 401 says what it wants")
                .hasFieldMatching("WWW-Authenticate", BEARER, "a challenge for Bearer")
                .because("whoever guesses is not told the answer")
                .bodyDoesNotContain(owner.token());
    }

    @Check(
            id = "trailing-star",
            title = "a star at the end stands for anything, query included",
            reference = "CloudFront guide: specifying the files to invalidate")
    void trailingStar(
            Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        Owner owner = Owner.of(fixtures, viewer);
        Shelf shelf = new Shelf(origin, viewer, random);
        String folder = page(random);
        String page = page(random);
        List<String> within = List.of(folder + "/", folder + "/a", folder + "/b/c.html", folder + "/a?x=1&y=/z");
        List<String> beside =
                List.of(folder, folder + "x", folder.toUpperCase(Locale.ROOT) + "/a", "/x" + folder + "/a");
        List<String> begun = List.of(page, page + "?x=1", page + "z/y");
        within.forEach(shelf::put);
        beside.forEach(shelf::put);
        begun.forEach(shelf::put);

        assertThat(owner.invalidates(folder + "/*")).because(DONE).hasStatus(204);
        for (String target : within) {
            shelf.assertGone(target, target + " begins with " + folder + "/");
        }
        for (String target : beside) {
            shelf.assertStays(target, target + " does not begin with " + folder + "/");
        }
        assertThat(owner.invalidates(page + "*")).because(DONE).hasStatus(204);
        for (String target : begun) {
            shelf.assertGone(target, target + " begins with " + page);
        }

        assertThat(owner.invalidates("/*")).because(DONE).hasStatus(204);
        for (String target : beside) {
            shelf.assertGone(target, "every path begins with /");
        }
        assertBytesComeBack(edge.another(edge.settings().withCacheBytes(100_000)), fixtures, origin, random);
    }

    /** What was asked for all day and is gone now needs no room any more. */
    private static void assertBytesComeBack(
            Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Randoms random) {
        Viewer viewer = edge.viewer();
        Holding old = new Holding(origin, viewer);
        old.add(random, 4, 20_000);
        for (int i = 0; i < 12; i++) {
            old.askAll();
        }
        assertThat(Owner.of(fixtures, viewer).invalidates("/*")).because(DONE).hasStatus(204);
        Holding fresh = new Holding(origin, viewer);
        fresh.add(random, 4, 20_000);
        for (int i = 0; i < 3; i++) {
            fresh.askAll();
        }
        int before = origin.asked();
        fresh.askAll();
        if (origin.asked() > before) {
            throw new AssertionError("expected four objects of 20,000 bytes to be stored, because all that was stored"
                    + " before was invalidated and the edge may store 100,000 bytes; but the origin was asked for "
                    + (origin.asked() - before) + " of them when they were asked for the fourth time");
        }
    }

    @Check(
            id = "star-elsewhere",
            title = "a star that is not at the end is a star, and a dot is a dot",
            reference = "CloudFront guide: specifying the files to invalidate")
    void starElsewhere(Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        Owner owner = Owner.of(fixtures, viewer);
        Shelf shelf = new Shelf(origin, viewer, random);
        String name = page(random);
        // A line, a target that it is about, and one that it would be about if it were a pattern of another kind.
        List<List<String>> lines = List.of(
                List.of(name + "/1*z", name + "/1*z", name + "/1yz"),
                List.of(name + "/2*z*", name + "/2*z/a", name + "/2yz/a"),
                List.of(name + "/3.z*", name + "/3.z/a", name + "/3yz/a"),
                List.of(name + "/4?z", name + "/4?z", name + "/4yz"),
                List.of(name + "/5+z", name + "/5+z", name + "/55z"));
        for (List<String> line : lines) {
            shelf.put(line.get(1), line.get(2));
        }

        for (List<String> line : lines) {
            String path = line.get(0);
            assertThat(owner.invalidates(path)).because(DONE).hasStatus(204);
            shelf.assertGone(line.get(1), path + " was invalidated");
            shelf.assertStays(line.get(2), "in " + path + " every character but a star at the end stands for itself");
        }
    }

    @Check(
            id = "query-is-part-of-it",
            title = "a path without its query is another path",
            reference = "CloudFront guide: specifying the files to invalidate")
    void queryIsPartOfIt(Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        Owner owner = Owner.of(fixtures, viewer);
        Shelf shelf = new Shelf(origin, viewer, random);
        String plain = page(random);
        String one = plain + "?x=1";
        List<String> others = List.of(plain + "?x=2", plain + "?X=1", plain + "?x=1&y=1", plain + "?y=1&x=1");
        shelf.put(plain, one);
        others.forEach(shelf::put);

        assertThat(owner.invalidates(plain)).because(DONE).hasStatus(204);
        shelf.assertGone(plain, plain + " was invalidated");
        shelf.assertStays(one, "only " + plain + " was invalidated, without a query");

        assertThat(owner.invalidates(one)).because(DONE).hasStatus(204);
        shelf.assertGone(one, one + " was invalidated");
        for (String other : others) {
            shelf.assertStays(other, "only " + plain + " and " + one + " were invalidated");
        }

        assertThat(owner.invalidates(plain + "*")).because(DONE).hasStatus(204);
        for (String other : others) {
            shelf.assertGone(other, other + " begins with " + plain);
        }
    }

    @Check(
            id = "every-variant",
            title = "all variants of a path go at once, on every host",
            reference = "CloudFront guide: invalidating files")
    void everyVariant(
            Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withPolicy(policy -> policy.withHeaders(List.of("X-Device"))));
        Owner owner = Owner.of(fixtures, viewer);
        String target = page(random);
        Forms forms = new Forms(origin, viewer, target).forHost("other.test");
        forms.store();

        assertThat(owner.invalidates(target)).because(DONE).hasStatus(204);

        forms.assertGone("was invalidated with all others of its path");
    }

    @Check(
            id = "under-way",
            title = "an answer that was under way when its path was invalidated is not kept",
            reference = "CloudFront guide: invalidating files; RFC 9111 §4.4")
    void underWay(Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        Owner owner = Owner.of(fixtures, viewer);
        UnderWay underWay = new UnderWay(edge, origin, viewer, random, "the 204");
        EdgeAssertions.assertKeepsWhatItMay(origin, viewer, random);

        String first = page(random);
        underWay.assertNotWaitedFor(first, () -> invalidate(owner, first), slowOnce(origin, first, random));
        String folder = page(random);
        String second = folder + "/" + random.name();
        underWay.assertNotKept(second, () -> invalidate(owner, folder + "/*"), slowOnce(origin, second, random));
        String third = page(random);
        underWay.assertNotKept(
                third,
                () -> invalidate(owner, third),
                slowOnce(origin, third, random),
                "Authorization",
                "Bearer " + random.name());
        String fourth = page(random);
        String refreshed = slowRefresh(edge, origin, viewer, fourth, random);
        underWay.assertNotWaitedFor(fourth, () -> invalidate(owner, fourth), refreshed);
        String fifth = page(random);
        String refreshedToo = slowRefresh(edge, origin, viewer, fifth, random);
        underWay.assertNotKept(fifth, () -> invalidate(owner, fifth), refreshedToo);
    }

    private static void invalidate(Owner owner, String line) {
        assertThat(owner.invalidates(line))
                .because("the owner does not have to wait until a slow origin has answered somebody else")
                .hasStatus(204);
    }

    /** Who comes first gets an old page; what all others get. */
    static String slowOnce(OriginStub origin, String target, Randoms random) {
        String after = "new " + random.text(4);
        origin.answer(target).field("Cache-Control", "public, max-age=600").body(after);
        origin.answer(target)
                .field("Cache-Control", "public, max-age=600")
                .body("old " + random.text(4))
                .once();
        return after;
    }

    /** What is stored is out of date, and the origin will say that it has not changed; what it has by now. */
    private static String slowRefresh(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, String target, Randoms random) {
        String tag = "\"" + random.name() + "\"";
        String before = "old " + random.text(4);
        String after = "new " + random.text(4);
        tagged(origin, target, tag, before);
        assertThat(viewer.get(target)).hasStatus(200).hasText(before);
        edge.advance(Duration.ofSeconds(61));
        tagged(origin, target, tag, after);
        return after;
    }

    @Check(
            id = "bad-requests",
            title = "what is no path is a 400, and nothing below /.edgecraft/ reaches the origin",
            reference = "CloudFront guide: specifying the files to invalidate; RFC 9110 §15.5.6")
    void badRequests(Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        Owner owner = Owner.of(fixtures, viewer);
        Shelf shelf = new Shelf(origin, viewer, random);
        String target = page(random);
        shelf.put(target);

        for (String bad : List.of(random.name(), "*", "http://" + viewer.host() + target, "?x=1")) {
            for (String[] lines : List.of(new String[] {bad}, new String[] {target, bad}, new String[] {bad, target})) {
                assertThat(owner.invalidates(lines))
                        .because("a path begins with /, and the line \"" + bad + "\" does not")
                        .hasStatus(400);
                shelf.assertStays(target, "a 400 says that nothing was done, for no line");
            }
        }
        for (String method : List.of("GET", "PUT", "DELETE")) {
            assertThat(owner.sends(method, INVALIDATIONS, ""))
                    .because("invalidations are made with POST")
                    .hasStatus(405)
                    .hasFieldMatching("Allow", POST, "a list with POST");
        }
        for (String method : List.of("GET", "POST")) {
            assertThat(owner.sends(method, "/.edgecraft/" + random.name(), ""))
                    .because("there is nothing else below /.edgecraft/")
                    .hasStatus(404);
        }

        assertThat(owner.invalidates(target)).because(DONE).hasStatus(204);
        shelf.assertGone(target, target + " was invalidated");
        assertOriginHeardNothing(origin);
    }

    private static void assertOriginHeardNothing(OriginStub origin) {
        for (Request request : origin.requests()) {
            if (request.target().startsWith("/.edgecraft/")) {
                throw new AssertionError(
                        "expected nothing below /.edgecraft/ to reach the origin, because it is the edge"
                                + " that is meant, but the origin was asked " + request);
            }
        }
    }
}

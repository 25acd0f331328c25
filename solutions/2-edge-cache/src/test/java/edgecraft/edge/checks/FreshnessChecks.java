package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertKeepsWhatItMay;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.AnswerAssert;
import edgecraft.fixtures.Field;
import edgecraft.fixtures.Fields;
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
import java.util.List;

@Step("2.3")
class FreshnessChecks {

    private static final int HOUR = 3_600;

    @Check(
            id = "max-age",
            title = "max-age says for how many seconds a copy may be used",
            reference = "RFC 9111 §4.2, §5.2.2.1, §5.2.2.4")
    void maxAge(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        Lifetimes copies = new Lifetimes(edge, origin, viewer);
        copies.assertLives(controlled(origin, random, "public, max-age=60"), 60, "max-age lets it be used for 60 s");
        copies.assertLives(
                controlled(origin, random, "max-age=7200,public"), 7_200, "max-age lets it be used for 7200 s");
        for (String none : List.of("max-age=0", "no-cache", "no-cache, max-age=60", "max-age=60, no-cache")) {
            String why = "Cache-Control: " + none + " lets no copy be used without asking, not even at once";
            copies.assertForgotten(controlled(origin, random, none), 200, 0, why);
        }

        String target = controlled(origin, random, "max-age=60");
        assertThat(viewer.get(target)).hasStatus(200);
        String news = random.text(10);
        origin.answer(target).field("Cache-Control", "max-age=60").body(news);
        edge.advance(Duration.ofSeconds(60));
        for (int i = 0; i < 2; i++) {
            assertThat(viewer.get(target))
                    .because("the first copy came 60 s ago and could be used while it was younger than that,"
                            + " and the origin has another page now")
                    .hasStatus(200)
                    .hasText(news);
        }
        assertAsked(origin, target, 2, "the new copy may be used for 60 s, as the old one was");
    }

    @Check(
            id = "s-maxage-wins",
            title = "s-maxage is meant for shared caches, and beats max-age and Expires",
            reference = "RFC 9111 §5.2.2.10, §4.2.1")
    void sMaxageWins(Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        Lifetimes copies = new Lifetimes(edge, origin, viewer);
        String why = "s-maxage lets it be used for 60 s";
        copies.assertLives(controlled(origin, random, "s-maxage=60, max-age=600"), 60, why);
        copies.assertLives(controlled(origin, random, "max-age=5, s-maxage=60"), 60, why);

        String target = page(random);
        expiring(origin, target, fixtures, HOUR, random).field("Cache-Control", "s-maxage=60");
        copies.assertLives(target, 60, why);
        copies.assertAskedEachTime(
                controlled(origin, random, "max-age=600, s-maxage=0"), "s-maxage=0 lets shared caches use no copy");
    }

    @Check(
            id = "expires",
            title = "without max-age Expires counts, and what is no date is in the past",
            reference = "RFC 9111 §5.3, §4.2.1")
    void expires(Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        Lifetimes copies = new Lifetimes(edge, origin, viewer);
        String target = page(random);
        expiring(origin, target, fixtures, 60, random).field("Cache-Control", "public");
        copies.assertLives(target, 60, "it expires 60 s after its Date");
        for (int expires : new int[] {-HOUR, HOUR}) {
            String both = page(random);
            expiring(origin, both, fixtures, expires, random).field("Cache-Control", "max-age=60");
            copies.assertLives(both, 60, "max-age lets it be used for 60 s, whatever Expires says");
        }

        for (int expires : new int[] {-HOUR, 0}) {
            String past = page(random);
            expiring(origin, past, fixtures, expires, random);
            copies.assertAskedEachTime(past, "its Expires is not later than its Date");
        }
        for (String noDate : List.of("0", "-1", "tomorrow", "60")) {
            String never = page(random);
            origin.answer(never).field("Expires", noDate).body(random.text(10));
            copies.assertAskedEachTime(never, "Expires: " + noDate + " is no date, which means: expired");
        }
    }

    @Check(
            id = "expires-by-the-origins-clock",
            title = "Expires is counted from the origin's Date, though its clock is wrong",
            reference = "RFC 9111 §4.2.1, §4.2.3")
    void expiresByTheOriginsClock(
            Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        Lifetimes copies = new Lifetimes(edge, origin, viewer);
        String target = page(random);
        expiring(origin, target, fixtures, HOUR + 60, random).field("Date", inSeconds(fixtures, HOUR));
        copies.assertLives(target, 60, "it expires 60 s after its Date; the origin's clock is an hour fast");

        String past = page(random);
        expiring(origin, past, fixtures, HOUR / 2, random).field("Date", inSeconds(fixtures, HOUR));
        copies.assertAskedEachTime(
                past, "by the origin's clock, which is an hour fast, it expired half an hour before it was made");
    }

    @Check(
            id = "upstream-age",
            title = "seconds that an answer spent in another cache count too",
            reference = "RFC 9111 §4.2.3, §5.1")
    void upstreamAge(Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        Lifetimes copies = new Lifetimes(edge, origin, viewer);
        String why = "it was 50 s old when it came, as its Age said; max-age lets it be used until it is 60 s old";
        String target = page(random);
        aged(origin, target, "max-age=60", 50, random).field("Date", inSeconds(fixtures, -50));
        copies.assertLives(target, 10, why);
        copies.assertLives(aged(origin, random, "max-age=60", 50), 10, why);
        copies.assertLives(aged(origin, random, "max-age=5, s-maxage=60", 50), 10, why.replace("max-age", "s-maxage"));
        for (int[] ageAndDate : new int[][] {{10, -50}, {50, -10}}) {
            String both = page(random);
            aged(origin, both, "max-age=60", ageAndDate[0], random).field("Date", inSeconds(fixtures, ageAndDate[1]));
            copies.assertLives(
                    both,
                    10,
                    "max-age lets it be used until it is 60 s old, and it was 50 s old when it came: of its Age of "
                            + ageAndDate[0] + " and the " + -ageAndDate[1] + " s since its Date, the larger counts");
        }
        for (int age : new int[] {60, 7_200}) {
            copies.assertAskedEachTime(
                    aged(origin, random, "max-age=60", age),
                    "it was " + age + " s old when it came, and max-age lets it be used until it is 60 s old");
        }
    }

    @Check(
            id = "minimum",
            title = "the policy's minimum holds when the origin says less",
            reference = "CloudFront guide: managing how long content stays in the cache")
    void minimum(Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withPolicy(policy -> policy.withMinTtl(Duration.ofSeconds(60))));
        Lifetimes copies = new Lifetimes(edge, origin, viewer);
        for (String less : List.of("max-age=5", "max-age=0", "max-age=600, s-maxage=5", "no-cache")) {
            copies.assertLives(
                    controlled(origin, random, less), 60, less + " is less than the policy's minimum, which is 60 s");
        }
        String past = page(random);
        expiring(origin, past, fixtures, -HOUR, random);
        copies.assertLives(past, 60, "an Expires in the past is less than the policy's minimum, which is 60 s");
        copies.assertLives(
                controlled(origin, random, "max-age=120"), 120, "max-age=120 is more than the policy's minimum");
        copies.assertLives(
                answered(origin, random, 404, "max-age=20"),
                404,
                60,
                "max-age=20 is less than the policy's minimum, which is 60 s, for errors too");
        for (int status : new int[] {204, 302, 403}) {
            copies.assertForgotten(
                    answered(origin, random, status, "public"),
                    status,
                    1,
                    "it states no lifetime, so an answer with status " + status
                            + " is not kept: the minimum makes lifetimes longer, and makes none");
        }
        Instance<EdgeSettings> brief =
                edge.another(edge.settings().withPolicy(policy -> policy.withDefaultTtl(Duration.ofSeconds(20))));
        new Lifetimes(brief, origin, brief.viewer())
                .assertLives(
                        controlled(origin, random, "public"),
                        60,
                        "it states no lifetime: the default of 20 s is less than the policy's minimum, which is 60 s");
    }

    @Check(
            id = "default",
            title = "where the origin says nothing about it, the policy's default counts",
            reference = "RFC 9111 §4.2.2; CloudFront guide: managing how long content stays in the cache")
    void defaultLifetime(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withPolicy(policy -> policy.withDefaultTtl(Duration.ofSeconds(250))));
        Lifetimes copies = new Lifetimes(edge, origin, viewer);
        String why = "it states no lifetime, and the policy's default is 250 s";
        for (int status : new int[] {200, 203, 300, 301, 308}) {
            String target = page(random);
            origin.answer(target).status(status).field("Location", page(random)).body(random.text(10));
            copies.assertLives(target, status, 250, why);
        }
        copies.assertLives(controlled(origin, random, "public"), 250, why);

        String old = page(random);
        origin.answer(old)
                .field("Last-Modified", "Tue, 01 Jan 2019 00:00:00 GMT")
                .body(random.text(10));
        copies.assertLives(old, 250, why + ", however long ago it was modified");
        copies.assertLives(controlled(origin, random, "max-age=60"), 60, "max-age lets it be used for 60 s");
    }

    @Check(
            id = "maximum",
            title = "the policy's maximum holds when the origin says more",
            reference = "CloudFront guide: managing how long content stays in the cache")
    void maximum(Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withPolicy(
                policy -> policy.withMinTtl(Duration.ofSeconds(20)).withMaxTtl(Duration.ofSeconds(60))));
        Lifetimes copies = new Lifetimes(edge, origin, viewer);
        String why = " is more than the policy's maximum, which is 60 s";
        for (String more : List.of("max-age=600", "max-age=5, s-maxage=600")) {
            copies.assertLives(controlled(origin, random, more), 60, more + why);
        }
        String late = page(random);
        expiring(origin, late, fixtures, HOUR, random);
        copies.assertLives(late, 60, "an Expires in an hour" + why);
        copies.assertLives(controlled(origin, random, "public"), 60, "the default of a day" + why);

        copies.assertLives(controlled(origin, random, "max-age=30"), 30, "30 s are between the policy's 20 s and 60 s");
        copies.assertLives(
                controlled(origin, random, "max-age=5"),
                20,
                "max-age=5 is less than the policy's minimum, which is 20 s");
    }

    @Check(
            id = "origins-fields-stay",
            title = "viewers read the origin's lifetime, not the policy's",
            reference = "CloudFront guide: managing how long content stays in the cache")
    void originsFieldsStay(
            Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withPolicy(
                policy -> policy.withMinTtl(Duration.ofSeconds(60)).withMaxTtl(Duration.ofSeconds(120))));
        for (String control :
                List.of("max-age=5, x-" + random.name(), "public, s-maxage=600,max-age=900", "no-cache")) {
            String target = page(random);
            Fields fields = Fields.of(
                    "Cache-Control", control,
                    "Expires", inSeconds(fixtures, HOUR),
                    "Date", inSeconds(fixtures, 0));
            OriginAnswer says = origin.answer(target).body(random.text(10));
            fields.lines().forEach(field -> says.field(field.name(), field.value()));
            assertReadTwice(edge, origin, viewer, target, fields);
        }

        String silent = page(random);
        origin.answer(silent).body(random.text(10));
        assertReadTwice(edge, origin, viewer, silent, Fields.of());
    }

    /** Who gets the answer, and who gets its copy, reads the fields about lifetimes that the origin sent. */
    private static void assertReadTwice(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, String target, Fields sent) {
        for (int i = 0; i < 2; i++) {
            AnswerAssert answer = assertThat(viewer.get(target)).hasStatus(200);
            for (Field field : sent.lines()) {
                answer.because("the origin said so to everyone; how long the edge keeps it is the edge's business")
                        .hasField(field.name(), field.value());
            }
            for (String name : List.of("Cache-Control", "Expires")) {
                if (sent.values(name).isEmpty()) {
                    answer.because("the origin sent none").hasNoField(name);
                }
            }
            edge.advance(Duration.ofSeconds(10));
        }
        assertAsked(origin, target, 1, "the policy keeps it for at least 60 s");
    }

    @Check(
            id = "viewer-cannot-refresh",
            title = "how long a copy is used is not for viewers to say",
            reference = "CloudFront guide: managing how long content stays in the cache")
    void viewerCannotRefresh(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = controlled(origin, random, "max-age=600");
        Answer first = viewer.get(target);
        assertThat(first).hasStatus(200);
        edge.advance(Duration.ofSeconds(10));
        for (String wish : List.of("no-cache", "max-age=0", "max-age=5", "no-store", "min-fresh=86400")) {
            assertUsed(origin, first, viewer.get(target, "Cache-Control", wish), "Cache-Control: " + wish);
        }
        assertUsed(origin, first, viewer.get(target, "Pragma", "no-cache"), "Pragma: no-cache");
        assertUsed(origin, first, viewer.get(target, "Pragma", "no-cache", "Cache-Control", "no-cache"), "reload");

        edge.advance(Duration.ofSeconds(591));
        assertThat(viewer.get(target, "Cache-Control", "max-stale=86400")).hasStatus(200);
        assertAsked(
                origin, target, 2, "the copy may be used for 600 s, which are over, though a viewer takes stale ones");

        for (String wish : List.of("only-if-cached", "no-store")) {
            String other = controlled(origin, random, "max-age=600");
            Answer unwished = viewer.get(other, "Cache-Control", wish);
            assertThat(unwished)
                    .because("the origin has this page, and the viewer's Cache-Control: " + wish + " does not count")
                    .hasStatus(200);
            assertUsed(origin, unwished, viewer.get(other), "earlier Cache-Control: " + wish);
        }
    }

    /** Whoever could make the edge ask the origin could bring the origin down. */
    private static void assertUsed(OriginStub origin, Answer first, Answer next, String wish) {
        String why = "the copy may be used for 600 s, and a viewer's " + wish + " changes nothing";
        assertThat(next).because(why).hasStatus(200).hasText(first.text());
        assertAsked(origin, first.request().target(), 1, why);
    }

    @Check(
            id = "statuses",
            title = "any answer is kept that states a lifetime; without one, only some are",
            reference = "RFC 9111 §3; RFC 9110 §15.1")
    void statuses(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        assertKeepsWhatItMay(origin, viewer, random);
        Lifetimes copies = new Lifetimes(edge, origin, viewer);
        for (int status : new int[] {204, 302, 303, 307, 404, 410}) {
            copies.assertLives(
                    answered(origin, random, status, "max-age=60"), status, 60, "max-age lets it be used for 60 s");
        }
        for (int status : new int[] {204, 302, 303, 307, 403}) {
            copies.assertForgotten(
                    answered(origin, random, status, "public"),
                    status,
                    1,
                    "it states no lifetime, and the default is not for answers with status " + status);
        }
        copies.assertForgotten(
                answered(origin, random, 206, "max-age=60"),
                206,
                1,
                "a part is not the whole, also if nobody asked for one");
        for (int status : new int[] {404, 500, 503}) {
            copies.assertForgotten(
                    answered(origin, random, status, "public"),
                    status,
                    60,
                    "it states no lifetime and came 60 s ago; an error is never kept for the default of a day");
        }
    }

    private static String answered(OriginStub origin, Randoms random, int status, String control) {
        String target = page(random);
        OriginAnswer says = origin.answer(target).status(status).field("Cache-Control", control);
        if (status / 100 == 3) {
            says.field("Location", page(random));
        }
        if (status != 204) {
            says.body(random.text(10));
        }
        return target;
    }

    @Check(
            id = "undated",
            title = "an answer without Date was made when it came",
            reference = "RFC 9110 §6.6.1; RFC 9111 §4.2.3")
    void undated(Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withPolicy(policy -> policy.withDefaultTtl(Duration.ofSeconds(250))));
        Lifetimes copies = new Lifetimes(edge, origin, viewer);
        String target = page(random);
        origin.answer(target).undated().field("Cache-Control", "max-age=60").body(random.text(10));
        copies.assertLives(target, 60, "max-age lets it be used for 60 s");
        String expires = page(random);
        expiring(origin, expires, fixtures, 60, random).undated();
        copies.assertLives(expires, 60, "it expired 60 s after it came, and it has no Date");
        String silent = page(random);
        origin.answer(silent).undated().body(random.text(10));
        copies.assertLives(silent, 250, "it states no lifetime, and the policy's default is 250 s");

        // Far from the time of the machine.
        edge.advance(Duration.ofHours(5));
        String aged = page(random);
        origin.answer(aged).undated().field("Cache-Control", "max-age=60").body(random.text(10));
        String came = inSeconds(fixtures, 0);
        assertThat(viewer.get(aged)).hasStatus(200);
        for (int seconds : new int[] {7, 14}) {
            edge.advance(Duration.ofSeconds(7));
            assertThat(viewer.get(aged))
                    .hasStatus(200)
                    .because("it came " + seconds + " s ago, and says nothing of an age or a date")
                    .hasField("Age", Integer.toString(seconds))
                    .because("it was made when it came, " + seconds + " s ago by settings.time()")
                    .hasField("Date", came);
        }
    }

    /** A page with this Cache-Control. */
    private static String controlled(OriginStub origin, Randoms random, String control) {
        String target = page(random);
        origin.answer(target).field("Cache-Control", control).body(random.text(10));
        return target;
    }

    /** A page that is so many seconds old when it comes. */
    private static String aged(OriginStub origin, Randoms random, String control, int age) {
        String target = page(random);
        aged(origin, target, control, age, random);
        return target;
    }

    private static OriginAnswer aged(OriginStub origin, String target, String control, int age, Randoms random) {
        return origin.answer(target)
                .field("Cache-Control", control)
                .field("Age", Integer.toString(age))
                .body(random.text(10));
    }

    /** Begins a page that expires in so many seconds from now. */
    private static OriginAnswer expiring(
            OriginStub origin, String target, Fixtures fixtures, int seconds, Randoms random) {
        return origin.answer(target)
                .field("Expires", inSeconds(fixtures, seconds))
                .body(random.text(10));
    }

    private static String inSeconds(Fixtures fixtures, int seconds) {
        return HttpDate.format(fixtures.clock().instant().plusSeconds(seconds));
    }
}

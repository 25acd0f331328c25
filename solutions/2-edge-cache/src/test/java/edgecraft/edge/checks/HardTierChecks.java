package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertAskedWith;
import static edgecraft.edge.checks.EdgeAssertions.assertKeepsWhatItMay;
import static edgecraft.edge.checks.EdgeAssertions.lastAsked;
import static edgecraft.fixtures.Expect.assertThat;

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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What origins say. What viewers send is in {@link OddRequestChecks}. */
@Step("2.15")
class HardTierChecks {

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");

    @Check(
            id = "age-values",
            title = "an Age is a number of seconds; what is none is ignored, and what is too large is very old",
            reference = "RFC 9111 §5.1, §1.2.2")
    void ageValues(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        Lifetimes lifetimes = new Lifetimes(edge, origin, viewer);

        for (String none : List.of("-5", "1.5", "old")) {
            String target = aged(origin, random, none);
            lifetimes.assertLives(target, 3600, hour(none) + "that is no number of seconds, and counts as nothing");
            assertOneAge(viewer, target);
        }
        for (List<String> first : List.of(List.of("600, 0"), List.of("600, 7200"), List.of("600", "0"))) {
            String target = aged(origin, random, first.toArray(String[]::new));
            lifetimes.assertLives(target, 3000, hour(String.join(" and Age: ", first)) + "the first of two counts");
            assertOneAge(viewer, target);
        }
        for (String old : List.of("3600", "2147483648", "99999999999", "7200, 0")) {
            lifetimes.assertAskedEachTime(
                    aged(origin, random, old), hour(old) + "it was too old already when it came here");
        }
    }

    /** A page that lives for an hour, and was in other caches before. */
    private static String aged(OriginStub origin, Randoms random, String... ages) {
        return page(origin, random, "Age", List.of(ages), "Cache-Control", "max-age=3600");
    }

    private static String hour(String age) {
        return "it lives for an hour and came with Age: " + age + ": ";
    }

    private static void assertOneAge(Viewer viewer, String target) {
        assertThat(viewer.get(target))
                .because("the answer is from the store, and says how old it is")
                .hasStatus(200)
                .hasFieldMatching("Age", SECONDS, "a number of seconds");
    }

    @Check(
            id = "expires-values",
            title = "three forms of dates are dates; any other Expires is in the past, and so are two of them",
            reference = "RFC 9110 §5.6.7; RFC 9111 §5.3, §4.2.1")
    void expiresValues(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Fixtures fixtures, Randoms random) {
        assertKeepsWhatItMay(origin, viewer, random);
        Lifetimes lifetimes = new Lifetimes(edge, origin, viewer);

        for (String form : List.of(
                "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM ppd HH:mm:ss yyyy")) {
            String date = in(form, fixtures, 600);
            lifetimes.assertLives(
                    expiring(origin, random, date),
                    600,
                    "Expires: " + date + " is 600 s after its Date, in a form that counts");
        }
        for (String form :
                List.of("EEE, dd MMM yyyy HH:mm:ss 'PST'", "EEE, dd MMM yyyy HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'")) {
            String date = in(form, fixtures, 600);
            lifetimes.assertAskedEachTime(
                    expiring(origin, random, date),
                    "Expires: " + date + " is no date of HTTP's, and what is none is past");
        }
        String form = "EEE, dd MMM yyyy HH:mm:ss 'GMT'";
        lifetimes.assertAskedEachTime(
                expiring(origin, random, in(form, fixtures, 600), in(form, fixtures, 1200)),
                "its Expires says two things at once, so it says no date");
    }

    /** That many seconds from now. */
    private static String in(String form, Fixtures fixtures, int seconds) {
        Instant then = fixtures.clock().instant().plusSeconds(seconds);
        return DateTimeFormatter.ofPattern(form, Locale.US)
                .withZone(ZoneOffset.UTC)
                .format(then);
    }

    private static String expiring(OriginStub origin, Randoms random, String... dates) {
        return page(origin, random, "Expires", List.of(dates));
    }

    @Check(
            id = "cache-control-values",
            title = "directives in any case, on any line; of two the first counts, and what is no number is 0",
            reference = "RFC 9111 §5.2, §4.2.1, §1.2.2; RFC 9110 §5.6.1")
    void cacheControlValues(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        Lifetimes lifetimes = new Lifetimes(edge, origin, viewer);

        String minute = "that is a lifetime of 60 s: ";
        for (List<String> lines : List.of(
                List.of("MAX-AGE=60"),
                List.of("Public, Max-Age=60"),
                List.of("max-age=60, max-age=600"),
                List.of(",,max-age=60"),
                List.of(", public , ,max-age=60 ,"),
                List.of("public", "max-age=60"),
                List.of("max-age=600", "s-maxage=60"))) {
            lifetimes.assertLives(says(origin, random, lines), 60, minute + words(lines));
        }
        List<String> longer = List.of("max-age=600, max-age=60");
        lifetimes.assertLives(says(origin, random, longer), 600, "of two lifetimes the first counts: " + words(longer));
        for (String none : List.of("max-age=60.5", "max-age=60x", "max-age=-1", "max-age=600, s-maxage=60x")) {
            lifetimes.assertAskedEachTime(
                    says(origin, random, List.of(none)),
                    "what is no number of seconds counts as 0: " + words(List.of(none)));
        }
        for (List<String> lines : List.of(
                List.of("No-Store, max-age=600"),
                List.of("max-age=600, PRIVATE"),
                List.of("max-age=600", "no-store"),
                List.of("max-age=600,,NO-CACHE"))) {
            lifetimes.assertAskedEachTime(says(origin, random, lines), "that forbids it: " + words(lines));
        }
        assertLiveLong(edge, origin, viewer, random);
    }

    /** As numbers of 32 or of 64 bits, some of these would be negative, or small. */
    private static void assertLiveLong(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        Map<String, String> targets = new LinkedHashMap<>();
        for (String seconds : List.of("2147483648", "4294967297", "99999999999", "18446744073709551617")) {
            String control = "max-age=" + seconds;
            targets.put(says(origin, random, List.of(control)), control);
        }
        targets.keySet().forEach(target -> assertThat(viewer.get(target)).hasStatus(200));
        edge.advance(Duration.ofDays(30));
        targets.forEach((target, control) -> {
            assertThat(viewer.get(target)).hasStatus(200);
            assertAsked(origin, target, 1, control + " is a very long time, and 30 days are not");
        });
    }

    private static String says(OriginStub origin, Randoms random, List<String> lines) {
        return page(origin, random, "Cache-Control", lines);
    }

    private static String words(List<String> lines) {
        return "Cache-Control: " + String.join(" and Cache-Control: ", lines);
    }

    @Check(
            id = "vary-values",
            title = "Vary in any case, on several lines, with gaps; and a star among others is a star",
            reference = "RFC 9110 §12.5.5, §5.6.1; RFC 9111 §4.1")
    void varyValues(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String shade = "X-" + random.name();
        List<String> names = List.of("Accept-Language", shade);
        List<String[]> viewers = List.of(
                new String[] {"Accept-Language", "de", shade, "dark"},
                new String[] {"Accept-Language", "fr", shade, "dark"},
                new String[] {"Accept-Language", "de", shade, "light"});

        for (List<String> lines : List.of(
                List.of("ACCEPT-LANGUAGE, " + shade.toUpperCase(Locale.ROOT)),
                List.of("accept-language  ,\t" + shade),
                List.of("Accept-Language", shade),
                List.of(", ,Accept-Language,," + shade + ", "))) {
            String target = EdgeAssertions.page(random);
            OriginAnswer answer =
                    Pages.pageFor(origin, target, "Accept-Language", shade).field("Cache-Control", "max-age=600");
            lines.forEach(line -> answer.field("Vary", line));
            Pages.assertOneEach(
                    origin, viewer, target, names, viewers, "the page varies by " + String.join(" and ", names));
        }
        for (List<String> lines : List.of(
                List.of("Accept-Language, *"),
                List.of("*,Accept-Language"),
                List.of("Accept-Language", "*"),
                List.of(", *"))) {
            String target = page(origin, random, "Vary", lines, "Cache-Control", "max-age=600");
            new Lifetimes(edge, origin, viewer)
                    .assertAskedEachTime(target, "there is a star in its Vary, and nobody knows what it depends on");
        }
    }

    @Check(
            id = "tags",
            title = "the edge sends a tag back as it came, and reads it as what it is: a text in quotes",
            reference = "RFC 9110 §8.8.3, §13.1.2")
    void tags(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String a = random.name();
        String b = random.name();
        for (String tag : List.of(
                "W/\"" + a + "\"", "\"" + a + "," + b + "\"", "\"" + a + ", " + b + " c\"", "\"\"", a + "-" + b)) {
            assertSentBack(edge, origin, viewer, random, tag);
        }

        String two = "\"" + a + "," + b + "\"";
        assertInList(origin, viewer, random, two, "\"x\", " + two, "W/" + two);
        assertNotInList(origin, viewer, random, two, "\"" + a + "\"", "\"" + a + "\",\"" + b + "\"");
        String weak = "W/\"" + a + "\"";
        assertInList(origin, viewer, random, weak, "\"" + a + "\"", "\"" + b + "\"," + weak);
        assertNotInList(origin, viewer, random, weak, "\"" + b + "," + a + "\"", "\"W/" + a + "\"");
        assertInList(origin, viewer, random, "\"\"", "\"\"", "\"x\",\"\"");
        assertNotInList(origin, viewer, random, "\"\"", "\"x\"", "\",\"");
    }

    private static void assertInList(OriginStub origin, Viewer viewer, Randoms random, String tag, String... lists) {
        String target = tagged(origin, viewer, random, tag);
        for (String list : lists) {
            assertThat(viewer.get(target, "If-None-Match", list))
                    .because("the page has the tag " + tag + ", and that is in the list " + list)
                    .hasStatus(304);
        }
        assertAsked(origin, target, 1, "the edge has the page and its tag");
    }

    private static void assertNotInList(OriginStub origin, Viewer viewer, Randoms random, String tag, String... lists) {
        String target = tagged(origin, viewer, random, tag);
        for (String list : lists) {
            assertThat(viewer.get(target, "If-None-Match", list))
                    .because("the page has the tag " + tag + ", and that is not in the list " + list)
                    .hasStatus(200);
        }
        assertAsked(origin, target, 1, "the edge has the page and its tag");
    }

    private static String tagged(OriginStub origin, Viewer viewer, Randoms random, String tag) {
        String target = page(origin, random, "ETag", List.of(tag), "Cache-Control", "max-age=600");
        assertThat(viewer.get(target)).hasStatus(200).hasField("ETag", tag);
        return target;
    }

    private static void assertSentBack(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random, String tag) {
        String target = EdgeAssertions.page(random);
        String text = random.text(10);
        origin.answer(target)
                .field("Cache-Control", "max-age=60")
                .field("ETag", tag)
                .notModified("Cache-Control", "max-age=60", "ETag", tag)
                .body(text);
        assertThat(viewer.get(target))
                .because("that is the tag that the origin gave it")
                .hasStatus(200)
                .hasField("ETag", tag);

        edge.advance(Duration.ofSeconds(60));
        assertThat(viewer.get(target))
                .because("the origin said 304 to this tag: the edge's copy is still good")
                .hasStatus(200)
                .hasText(text);
        assertAskedWith(
                lastAsked(origin, target),
                "If-None-Match",
                tag,
                "that is the tag, byte for byte, as the origin gave it");
    }

    /** A page with these lines of a field. */
    private static String page(OriginStub origin, Randoms random, String name, List<String> values, String... further) {
        String target = EdgeAssertions.page(random);
        OriginAnswer answer = origin.answer(target).body(random.text(10));
        values.forEach(value -> answer.field(name, value));
        for (int i = 0; i < further.length; i += 2) {
            answer.field(further[i], further[i + 1]);
        }
        return target;
    }
}

package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Fields;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Pages that say whom they are for, and who gets which. */
final class Pages {

    private static final String NONE = "none";

    private Pages() {}

    /** Begins a page that says what its viewer sent in these fields. */
    static OriginAnswer pageFor(OriginStub origin, String target, String... names) {
        List<String> fields = List.of(names);
        return origin.answer(target).body(request -> said(request.fields(), fields));
    }

    /** What such a page says to a viewer who sent these fields; two lines of a name are the same as one list. */
    static String said(Fields sent, List<String> names) {
        return names.stream()
                .map(sent::values)
                .map(values ->
                        values.isEmpty() ? NONE : String.join(",", values).replaceAll("\\s*,\\s*", ","))
                .collect(Collectors.joining(" and ", "for ", ""));
    }

    /** Each target has a page of its own, which is asked of the origin once and stored. */
    static void assertApart(OriginStub origin, Viewer viewer, Randoms random, List<String> targets) {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String target : targets) {
            pages.put(target, random.text(12));
        }
        pages.forEach((target, text) ->
                origin.answer(target).field("Cache-Control", "max-age=600").body(text));

        pages.forEach((target, text) -> assertThat(viewer.get(target))
                .because("this is another target than all before: byte for byte is what counts")
                .hasStatus(200)
                .hasText(text));
        pages.forEach((target, text) -> assertThat(viewer.get(target))
                .because("this is the page that was stored for this target")
                .hasStatus(200)
                .hasText(text));
        targets.forEach(target -> assertAsked(origin, target, 1, "each of these targets has a place of its own"));
    }

    /**
     * Each of these viewers gets the page for what they send, and the next who sends the same gets it from the store.
     *
     * @param names the fields that the page depends on
     * @param viewers what each sends, pairs of name and value
     */
    static void assertOneEach(
            OriginStub origin, Viewer viewer, String target, List<String> names, List<String[]> viewers, String why) {
        int before = (int) origin.count(target);
        for (String[] sent : viewers) {
            assertThat(viewer.get(target, sent))
                    .because(why + ", and nobody has sent " + words(sent) + " before")
                    .hasStatus(200)
                    .hasText(said(Fields.of(sent), names));
        }
        for (String[] sent : viewers) {
            assertThat(viewer.get(target, sent))
                    .because(why + ", and this viewer sent " + words(sent))
                    .hasStatus(200)
                    .hasText(said(Fields.of(sent), names));
        }
        assertAsked(origin, target, before + viewers.size(), why + ", and each page that was asked for is stored");
    }

    /** Each viewer gets the page that says what they sent in this field; an empty value stands for no such field. */
    static void assertOwnPages(
            OriginStub origin, Viewer viewer, String target, String field, List<String> values, String why) {
        assertOwnPages(origin, viewer, target, 200, field, values, why);
    }

    /** The same for answers with another status. */
    static void assertOwnPages(
            OriginStub origin,
            Viewer viewer,
            String target,
            int status,
            String field,
            List<String> values,
            String why) {
        long before = origin.count(target);
        for (String value : values) {
            assertThat(value.isEmpty() ? viewer.get(target) : viewer.get(target, field, value))
                    .because(why)
                    .hasStatus(status)
                    .hasText("for " + (value.isEmpty() ? NONE : value));
        }
        assertAsked(origin, target, (int) before + values.size(), why);
    }

    /** The origin is asked for the first viewer, and the others get the same. */
    static void assertSameForAll(
            OriginStub origin,
            Viewer viewer,
            String target,
            String text,
            String field,
            List<String> values,
            String why) {
        for (String value : values) {
            assertThat(viewer.get(target, field, value))
                    .because(why)
                    .hasStatus(200)
                    .hasText(text);
        }
        assertAsked(origin, target, 1, why);
    }

    private static String words(String[] sent) {
        return sent.length == 0
                ? "none of them"
                : Fields.of(sent).lines().stream().map(Object::toString).collect(Collectors.joining(" and "));
    }
}

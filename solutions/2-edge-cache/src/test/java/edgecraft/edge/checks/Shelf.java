package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import java.util.HashMap;
import java.util.Map;

/** Pages that an edge has stored for ten minutes, while the origin has newer ones already. */
final class Shelf {

    private record Page(String stored, String newer) {}

    private final OriginStub origin;
    private final Viewer viewer;
    private final Randoms random;
    private final String[] fields;
    private final Map<String, Page> pages = new HashMap<>();

    /** An empty shelf. */
    Shelf(OriginStub origin, Viewer viewer, Randoms random) {
        this(origin, viewer, random, new String[0]);
    }

    private Shelf(OriginStub origin, Viewer viewer, Randoms random, String[] fields) {
        this.origin = origin;
        this.viewer = viewer;
        this.random = random;
        this.fields = fields;
    }

    /** An empty shelf, for pages that depend on a field, and viewers who send this value of it. */
    static Shelf forVariants(OriginStub origin, Viewer viewer, Randoms random, String field, String value) {
        return new Shelf(origin, viewer, random, new String[] {field, value});
    }

    /** Pages come to the shelf: each is asked of the origin once, and stored. */
    void put(String... targets) {
        for (String target : targets) {
            Page page = new Page("old " + random.text(4), "new " + random.text(4));
            pages.put(target, page);
            long before = origin.count(target);
            answer(target, page.stored);
            for (int i = 0; i < 2; i++) {
                assertThat(viewer.get(target, fields)).hasStatus(200).hasText(page.stored);
            }
            assertAsked(origin, target, (int) before + 1, "this page may be kept for 600 s, and the edge has it");
            answer(target, page.newer);
        }
    }

    private void answer(String target, String text) {
        OriginAnswer answer = origin.answer(target).field("Cache-Control", "max-age=600");
        if (fields.length > 0) {
            answer.field("Vary", fields[0]);
        }
        answer.body(text);
    }

    /**
     * A page is still on the shelf.
     *
     * @param why goes on after "because"
     */
    void assertStays(String target, String why) {
        long before = origin.count(target);
        assertThat(viewer.get(target, fields)).because(why).hasStatus(200).hasText(page(target).stored);
        assertAsked(origin, target, (int) before, why);
    }

    /**
     * A page is no longer on the shelf: who asks for it now gets the newer one.
     *
     * @param why goes on after "because"
     */
    void assertGone(String target, String why) {
        long before = origin.count(target);
        assertThat(viewer.get(target, fields)).because(why).hasStatus(200).hasText(page(target).newer);
        assertAsked(origin, target, (int) before + 1, why);
    }

    private Page page(String target) {
        Page page = pages.get(target);
        if (page == null) {
            throw new IllegalArgumentException("no page at " + target);
        }
        return page;
    }
}

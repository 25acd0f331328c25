package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Targets that an origin answers with an error to whoever asks first; it has a page for whoever asks then. */
final class OneTimeErrors {

    private record Told(int status, String error, String page) {}

    private final OriginStub origin;
    private final Viewer viewer;
    private final Randoms random;
    private final Map<String, Told> all = new LinkedHashMap<>();

    OneTimeErrors(OriginStub origin, Viewer viewer, Randoms random) {
        this.origin = origin;
        this.viewer = viewer;
        this.random = random;
    }

    /**
     * One more error of each status, at a target of its own.
     *
     * @param control their {@code Cache-Control}; empty for none
     * @return the targets
     */
    List<String> add(String control, int... statuses) {
        List<String> targets = new ArrayList<>();
        for (int status : statuses) {
            String target = page(random);
            Told told = new Told(status, "error " + random.text(4), "page " + random.text(4));
            origin.answer(target).field("Cache-Control", "max-age=600").body(told.page);
            OriginAnswer error = origin.answer(target).status(status).body(told.error);
            if (!control.isEmpty()) {
                error.field("Cache-Control", control);
            }
            error.once();
            all.put(target, told);
            targets.add(target);
        }
        return targets;
    }

    /** Somebody asks for each of them, and gets the error. */
    void askFirst() {
        all.forEach((target, told) -> assertThat(viewer.get(target))
                .because("the origin answers so")
                .hasStatus(told.status)
                .hasText(told.error));
    }

    /**
     * An error is served from the store.
     *
     * @param why goes on after "because"
     */
    void assertStays(String target, String why) {
        Told told = told(target);
        assertThat(viewer.get(target)).because(why).hasStatus(told.status).hasText(told.error);
        assertAsked(origin, target, 1, why);
    }

    /**
     * An error is not served any more: the origin is asked, and has a page now.
     *
     * @param why goes on after "because"
     */
    void assertOver(String target, String why) {
        assertThat(viewer.get(target)).because(why).hasStatus(200).hasText(told(target).page);
        assertAsked(origin, target, 2, why);
    }

    private Told told(String target) {
        Told told = all.get(target);
        if (told == null) {
            throw new IllegalArgumentException("no error at " + target);
        }
        return told;
    }
}

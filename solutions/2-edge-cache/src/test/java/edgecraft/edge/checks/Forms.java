package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.Pages.pageFor;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Viewer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A page that is stored in several forms: as variants, and for an edge that has {@code X-Device} in its key. */
final class Forms {

    private final OriginStub origin;
    private final Viewer viewer;
    private final String target;
    private final Map<String, Supplier<Answer>> forms = new LinkedHashMap<>();

    /** A page for each language and device. */
    Forms(OriginStub origin, Viewer viewer, String target) {
        this.origin = origin;
        this.viewer = viewer;
        this.target = target;
        pageFor(origin, target, "Accept-Language", "X-Device")
                .field("Cache-Control", "max-age=600")
                .field("Vary", "Accept-Language");
        forms.put("Accept-Language: de", () -> viewer.get(target, "Accept-Language", "de"));
        forms.put("Accept-Language: fr", () -> viewer.get(target, "Accept-Language", "fr"));
        forms.put("X-Device: phone", () -> viewer.get(target, "Accept-Language", "fr", "X-Device", "phone"));
    }

    /** And one for another host. */
    Forms forHost(String host) {
        forms.put("another Host", () -> ByHand.get(viewer, host, target, "Accept-Language: fr"));
        return this;
    }

    /** All of them are asked for, and stored. */
    void store() {
        int before = (int) origin.count(target);
        for (int i = 0; i < 2; i++) {
            forms.values().forEach(asks -> assertThat(asks.get()).hasStatus(200));
        }
        assertAsked(origin, target, before + forms.size(), "each of these forms of the page may be kept for 600 s");
    }

    /**
     * None of them is there any more.
     *
     * @param why goes on after "because the variant for Accept-Language: de"
     */
    void assertGone(String why) {
        int asked = (int) origin.count(target);
        for (Map.Entry<String, Supplier<Answer>> form : forms.entrySet()) {
            assertThat(form.getValue().get()).hasStatus(200);
            asked++;
            assertAsked(origin, target, asked, "the variant for " + form.getKey() + " " + why);
        }
    }
}

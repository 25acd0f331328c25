package edgecraft.edge.checks;

import static edgecraft.edge.checks.Pages.pageFor;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;

/**
 * Fields that a viewer's {@code Connection} lists. They end at the edge, so what the origin answers does not depend on them; an
 * edge that still tells copies apart by them stores that answer as somebody else's.
 */
record ListedFields(OriginStub origin, Viewer viewer, Randoms random) {

    /** What is stored for a viewer whose field stayed at the edge is not for those whose field goes on. */
    void assertCountAsNotSent(String name, String value, boolean varies) {
        String target = EdgeAssertions.page(random);
        pageFor(origin, target, name).field("Cache-Control", "max-age=600").field("Vary", varies ? name : "X-Else");
        assertThat(ByHand.get(viewer, viewer.host(), target, "Connection: " + name, name + ": " + value))
                .because("the viewer's Connection lists " + name + ", which ends at the edge")
                .hasStatus(200)
                .hasText("for none");
        assertThat(ByHand.get(viewer, viewer.host(), target, name + ": " + value))
                .because("this viewer's " + name + ": " + value
                        + " is for the origin. (The viewer before sent the same, but"
                        + " listed it in Connection: so the origin made that page for none, and it is stored for none)")
                .hasStatus(200)
                .hasText("for " + value);
        assertThat(ByHand.get(viewer, viewer.host(), target))
                .because("this viewer sent no " + name)
                .hasStatus(200)
                .hasText("for none");
    }
}

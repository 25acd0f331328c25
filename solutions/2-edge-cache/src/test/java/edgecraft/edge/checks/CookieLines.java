package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import java.util.List;

/** Requests that have their cookies on two lines of {@code Cookie}. */
record CookieLines(OriginStub origin, Viewer viewer, Randoms random) {

    /**
     * Two viewers, who differ in their second line alone, get a page each.
     *
     * @param first the first line of both
     * @param name the cookie on the second line
     * @param lifetime in {@code Cache-Control}; empty for none
     * @param why goes on after "because"
     */
    void assertSecondCounts(String first, String name, String lifetime, String why) {
        String target = EdgeAssertions.page(random);
        List<String> values = List.of(random.name(), random.name());
        OriginAnswer says = origin.answer(target)
                .body(request -> values.stream()
                        .filter(String.join("; ", request.fieldValues("Cookie"))::contains)
                        .findFirst()
                        .map(value -> "for " + value)
                        .orElse("for none"));
        if (!lifetime.isEmpty()) {
            says.field("Cache-Control", lifetime);
        }
        for (String value : values) {
            assertThat(ByHand.get(viewer, viewer.host(), target, "Cookie: " + first, "Cookie: " + name + "=" + value))
                    .because("the second line of Cookie has " + name + "=" + value + ", and " + why)
                    .hasStatus(200)
                    .hasText("for " + value);
        }
        assertAsked(origin, target, 2, why);
    }
}

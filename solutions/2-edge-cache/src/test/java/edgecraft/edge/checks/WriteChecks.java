package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What writing through the edge does to what is stored. */
@Step("2.10")
class WriteChecks {

    @Check(
            id = "unsafe-methods",
            title = "who has just changed a page does not get the old one from the store",
            reference = "RFC 9111 §4.4; RFC 9110 §9.2.1")
    void unsafeMethods(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withPolicy(policy -> policy.withHeaders(List.of("X-Device"))));
        Shelf shelf = Shelf.forVariants(origin, viewer, random, "Accept-Language", "de");
        String untouched = page(random);
        shelf.put(untouched);
        for (String method : List.of("HEAD", "OPTIONS")) {
            assertThat(viewer.send(method, untouched, new byte[0])).hasStatus(200);
            shelf.assertStays(untouched, method + " is a safe method: it changes nothing");
        }
        // Some refuse it, and may.
        viewer.send("TRACE", untouched, new byte[0]);
        shelf.assertStays(untouched, "TRACE is a safe method: it changes nothing");

        Map<String, Integer> writes = new LinkedHashMap<>();
        writes.put("POST", 201);
        writes.put("PUT", 204);
        writes.put("DELETE", 200);
        writes.put("PATCH", 303);
        writes.put("RENEW", 200);
        writes.forEach((method, status) -> {
            String target = page(random);
            shelf.put(target, target + "?x=1", target + "x");
            write(origin, viewer, method, target, status);
            shelf.assertGone(target, method + " was answered " + status + ": what is there may be another page now");
            write(origin, viewer, method, target + "*", status);
            shelf.assertStays(target + "?x=1", method + " was for " + target + " and for " + target + "*");
            shelf.assertStays(target + "x", method + " was for " + target + " and for " + target + "*");
        });
        String made = page(random);
        String forms = page(random);
        shelf.put(made);
        origin.answer(forms).status(201).field("Location", made).once();
        assertThat(viewer.send("POST", forms, new byte[0])).hasStatus(201);
        shelf.assertStays(made, "the POST was for " + forms + ", and a Location drops nothing");
        assertOtherHostStays(origin, viewer, shelf, page(random));
        assertAllFormsGo(origin, viewer, page(random));
        assertNotStoredLater(edge, origin, viewer, random);
    }

    private static void assertAllFormsGo(OriginStub origin, Viewer viewer, String target) {
        Forms forms = new Forms(origin, viewer, target);
        forms.store();

        assertThat(viewer.send("POST", target, new byte[0], "X-Device", "desk"))
                .because("the origin answers so")
                .hasStatus(200);

        forms.assertGone("may be another after the POST, whatever the viewer sent with that");
    }

    /** What was being fetched while somebody wrote is as old as what was stored. */
    private static void assertNotStoredLater(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        UnderWay underWay = new UnderWay(edge, origin, viewer, random, "the answer to the POST");
        String first = page(random);
        underWay.assertNotKept(first, () -> post(viewer, first), InvalidationChecks.slowOnce(origin, first, random));
        String second = page(random);
        underWay.assertNotWaitedFor(
                second, () -> post(viewer, second), InvalidationChecks.slowOnce(origin, second, random));
    }

    private static void post(Viewer viewer, String target) {
        assertThat(viewer.send("POST", target, new byte[0]))
                .because("a POST waits for nobody, and the origin answers so")
                .hasStatus(200);
    }

    private static void assertOtherHostStays(OriginStub origin, Viewer viewer, Shelf shelf, String target) {
        shelf.put(target);
        for (int i = 0; i < 2; i++) {
            assertThat(ByHand.get(viewer, "other.test", target)).hasStatus(200);
        }
        assertAsked(origin, target, 2, "the page of each host may be kept for 600 s");

        write(origin, viewer, "POST", target, 200);

        assertThat(ByHand.get(viewer, "other.test", target)).hasStatus(200);
        assertAsked(origin, target, 3, "the POST was for " + viewer.host() + ", and the page of other.test is kept");
        shelf.assertGone(target, "the POST was for this host");
    }

    private static void write(OriginStub origin, Viewer viewer, String method, String target, int status) {
        origin.answer(target).status(status).once();
        assertThat(viewer.send(method, target, new byte[0]))
                .because("the origin answers so")
                .hasStatus(status);
    }

    @Check(
            id = "failed-writes-leave",
            title = "a write that the origin refuses leaves what is stored",
            reference = "RFC 9111 §4.4")
    void failedWritesLeave(OriginStub origin, Viewer viewer, Randoms random) {
        Shelf shelf = new Shelf(origin, viewer, random);
        String target = page(random);
        shelf.put(target);

        for (int status : new int[] {400, 403, 404, 409, 500, 503}) {
            for (String method : List.of("POST", "PUT", "DELETE")) {
                write(origin, viewer, method, target, status);
                shelf.assertStays(target, method + " was answered " + status + ": nothing was changed");
            }
        }

        write(origin, viewer, "POST", target, 200);
        shelf.assertGone(target, "this POST was answered 200");
    }
}

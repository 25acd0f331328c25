package edgecraft.routing.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.RawConnection;
import edgecraft.kit.IpAddress;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

@Step("3.1")
class RedirectChecks {

    private static final Pattern NO_STORE = Pattern.compile("(?i)(.*,)? *no-store *(,.*)?");
    private static final String AS_SENT = "behind the edge's address comes the target, byte for byte as it was sent";

    @Check(
            id = "target-as-sent",
            title = "the viewer is sent on with the target that it sent, byte for byte",
            reference = "RFC 9110 §10.2.2; RFC 3986 §6.2")
    void targetAsSent(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        IpAddress viewer = viewerNearTo("fra", cdn);
        String name = fixtures.randoms().name();

        for (String target : List.of(
                "/" + name + "?a=%2F&b=+",
                "/" + name + "/a%20b+c/%C3%BC/%c3%bc/%7E~",
                "/" + name + "/a%2Fb%2fc/%3F%23%25",
                "//" + name + ".example//x/",
                "/" + name + "/./a/../b/%2e%2E/",
                "/" + name + ";v=1,2/@:!$'()*",
                "/" + name + "?b=2&a=1&b=%20+&&=x&c=&D",
                "/" + name + "?q=/a/../b?c:@%26%3d;d=%c3%BC")) {
            assertSentOn(cdn.viewer().get(target, "X-Forwarded-For", viewer.toString()), cdn, target);
        }
        for (String method : List.of("GET", "POST")) {
            assertSentOn(asksByHand(cdn, method, "/" + name + "?", viewer), cdn, "/" + name + "?");
        }
    }

    /** Clients leave out a question mark with nothing behind it. */
    private static Answer asksByHand(Cdn cdn, String method, String target, IpAddress viewer) {
        try (RawConnection connection = cdn.viewer().connect()) {
            connection.write(method + " " + target + " HTTP/1.1\r\nHost: "
                    + cdn.viewer().host() + "\r\nX-Forwarded-For: " + viewer + "\r\nContent-Length: 0\r\n\r\n");
            return connection.readAnswer(method, target);
        }
    }

    @Check(
            id = "any-method",
            title = "whatever a viewer asks for, and by which method, it is sent on",
            reference = "RFC 9110 §15.4.8, §9.1")
    void anyMethod(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        IpAddress viewer = viewerNearTo("fra", cdn);
        String unknown = "X" + fixtures.randoms().name().toUpperCase(Locale.ROOT);

        for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", unknown)) {
            String target = "/" + fixtures.randoms().name();
            byte[] body = method.startsWith("P") ? fixtures.randoms().bytes(2000) : new byte[0];
            assertSentOn(cdn.viewer().send(method, target, body, "X-Forwarded-For", viewer.toString()), cdn, target);
        }
        for (String target : List.of(
                "/",
                "/.edgecraft",
                "/.edgecraft/",
                "/.edgecraft/decisions",
                "/.edgecraft/decision/",
                "/.Edgecraft/Decision?viewer=" + viewer,
                "/.edgecraft%2Fdecision?viewer=" + viewer,
                "/.edgecraft/measurements/today?viewer=" + viewer,
                "/a" + Cdn.DECISION + "?viewer=" + viewer,
                "/" + Cdn.MEASUREMENTS)) {
            assertSentOn(cdn.viewer().get(target, "X-Forwarded-For", viewer.toString()), cdn, target);
            assertSentOn(
                    cdn.viewer().send("POST", target, new byte[0], "X-Forwarded-For", viewer.toString()), cdn, target);
        }
    }

    @Check(
            id = "never-cacheable",
            title = "nobody keeps an answer that is for this viewer and for now",
            reference = "RFC 9111 §5.2.2.5; RFC 9110 §15.4")
    void neverCacheable(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        IpAddress viewer = viewerNearTo("fra", cdn);

        for (IpAddress who : List.of(viewer, cdn.viewerIn(cdn.network(null).prefix()), IpAddress.parse("192.0.2.7"))) {
            for (String method : List.of("GET", "HEAD", "POST")) {
                String page = "/" + fixtures.randoms().name() + ".css?v=1";
                Answer answer = cdn.viewer().send(method, page, new byte[0], "X-Forwarded-For", who.toString());
                assertThat(answer)
                        .because("the next viewer is somewhere else, and another edge may be the best tomorrow")
                        .hasStatus(307)
                        .hasField("Cache-Control");
                assertNotStored(answer.fieldValues("Cache-Control"));
            }
        }
    }

    /** Lines of one name are one list (RFC 9110 §5.3). */
    private static void assertNotStored(List<String> lines) {
        if (lines.stream().noneMatch(line -> NO_STORE.matcher(line).matches())) {
            throw new AssertionError(
                    "expected Cache-Control to say no-store, because the next viewer is somewhere else, and"
                            + " another edge may be the best tomorrow, but it says " + String.join(", ", lines));
        }
    }

    /** Somebody who lives near this edge, which is not the first in the settings. */
    private static IpAddress viewerNearTo(String id, Cdn cdn) {
        cdn.edge("sin", Places.SINGAPORE);
        cdn.edge(id, Places.FRANKFURT);
        return cdn.viewerIn(cdn.network(Places.LONDON).prefix());
    }

    private static void assertSentOn(Answer answer, Cdn cdn, String target) {
        assertThat(answer)
                .because("all that is asked for is at the edges, but for the two paths of the router itself")
                .hasStatus(307)
                .because(AS_SENT)
                .hasField("Location", cdn.site("fra").address() + target);
    }
}

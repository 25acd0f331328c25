package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.lastAsked;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Fields;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.Request;
import edgecraft.fixtures.Viewer;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Step;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What viewers send that no client of yours would. What origins say is in {@link HardTierChecks}. */
@Step("2.15")
class OddRequestChecks {

    private static final int KIB = 1024;

    @Check(
            id = "connection-lists",
            title = "Connection is a list, with gaps and on several lines, and what it lists goes no further",
            reference = "RFC 9110 §7.6.1, §5.6.1, §5.3")
    void connectionLists(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String x = "X-" + random.name() + "-";
        OriginAnswer says = origin.answer(target).field("Cache-Control", "max-age=600");
        says.field("Connection", x + "A, , " + x.toLowerCase(Locale.ROOT) + "b").field("Connection", x + "C,");
        List.of("A", "B", "C", "D").forEach(letter -> says.field(x + letter, "of the origin"));

        try (RawConnection connection = viewer.connect()) {
            connection.write(ByHand.head(
                    "GET",
                    viewer.host(),
                    target,
                    "Connection: close, " + x + "A, , " + x.toLowerCase(Locale.ROOT) + "b",
                    x + "A: of the viewer",
                    x + "B: of the viewer",
                    x + "C: of the viewer",
                    x + "D: of the viewer",
                    "Connection: ," + x + "C"));
            Answer answer = connection.readAnswer("GET", target);
            assertThat(answer).hasStatus(200);
            assertOnlyD(lastAsked(origin, target).fields(), x, "the origin");
            assertOnlyD(answer.fields(), x, "the viewer");
        }
        Answer stored = viewer.get(target);
        assertThat(stored).hasStatus(200);
        assertAsked(origin, target, 1, "max-age lets the page be kept, whatever Connection lists");
        assertOnlyD(stored.fields(), x, "the next viewer");
    }

    private static void assertOnlyD(Fields got, String prefix, String who) {
        for (String letter : List.of("A", "B", "C")) {
            if (!got.values(prefix + letter).isEmpty()) {
                throw new AssertionError("expected " + prefix + letter + " to end at the edge, because a line of"
                        + " Connection lists it, but " + who + " got it");
            }
        }
        if (got.values(prefix + "D").isEmpty()) {
            throw new AssertionError("expected " + who + " to get " + prefix
                    + "D, because no line of Connection lists it," + " but " + who + " did not get it");
        }
    }

    @Check(
            id = "range-flood",
            title = "a thousand ranges in one request cost no more than the object is worth",
            reference = "RFC 9110 §14.2, §17.15")
    void rangeFlood(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        byte[] whole = random.bytes(64 * KIB);
        origin.answer(target).field("Cache-Control", "max-age=600").body(whole);
        assertThat(viewer.get(target)).hasStatus(200).hasBody(whole);

        for (String range : List.of("0-", "1-", "-1")) {
            Answer answer = viewer.get(target, "Range", "bytes=" + (range + ",").repeat(999) + range);
            assertThat(answer)
                    .because("nobody needs a thousand ranges: the whole object will do, or none, or a few parts")
                    .hasStatusIn(200, 206, 416);
            if (answer.status() == 200) {
                assertThat(answer).hasBody(whole);
            } else if (answer.body().length > 4 * whole.length) {
                throw new AssertionError(("expected the object, or an answer of about its size, because it has %,d"
                                + " bytes, and a short request must not cost a thousand times that; but the answer has"
                                + " %,d bytes")
                        .formatted(whole.length, answer.body().length));
            }
        }
        assertThat(viewer.get(target)).hasStatus(200).hasBody(whole);
        assertAsked(origin, target, 1, "the edge has the whole object");
    }

    @Check(
            id = "no-host-two-hosts",
            title = "a request without a Host is a 400, and so is one with two",
            reference = "RFC 9112 §3.2; RFC 9110 §7.2")
    void noHostTwoHosts(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        origin.answer(target).field("Cache-Control", "no-store").body(random.text(10));
        assertThat(ByHand.get(viewer, viewer.host(), target))
                .because("this request has one Host")
                .hasStatus(200);

        String one = "Host: " + viewer.host() + "\r\n";
        for (String hosts : List.of("", one + one, one + "Host: " + random.name() + ".example\r\n")) {
            try (RawConnection connection = viewer.connect()) {
                connection.write("GET " + target + " HTTP/1.1\r\n" + hosts + "\r\n");
                assertThat(connection.readAnswer("GET", target))
                        .because((hosts.isEmpty() ? "no Host" : "two lines of Host") + " came, and one has to be there")
                        .hasStatus(400);
            }
        }
        assertAsked(origin, target, 1, "whose page the others wanted, nobody can tell");
    }

    @Check(
            id = "foreign-authority",
            title = "whatever address a viewer writes into the request, the origin of the settings is asked",
            reference = "RFC 9112 §3.2.2; RFC 9110 §7.4")
    void foreignAuthority(Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        OriginStub other = fixtures.anotherOrigin();
        String target = page(random);
        other.answerAll().body("from somewhere else");
        origin.answer(target)
                .field("Cache-Control", "max-age=600")
                .body(request -> "page of " + request.fieldValues("X-Forwarded-Host"));
        String host = other.uri().getAuthority();

        assertThat(ByHand.get(viewer, viewer.host(), "http://" + host + target))
                .because("the edge stands before its origin and before nobody else, and the host in the target counts,"
                        + " whatever Host says")
                .hasStatus(200)
                .hasText("page of [" + host + "]");
        assertAsked(origin, target, 1, "an origin is asked with path and query alone");
        assertThat(ByHand.get(viewer, host, target))
                .because("that is the same page of the same host, written in the usual way")
                .hasStatus(200)
                .hasText("page of [" + host + "]");
        assertAsked(origin, target, 1, "host and target are those that came before, so the edge has it");
        assertThat(ByHand.get(viewer, viewer.host(), target))
                .because("this is another host, and has a page of its own")
                .hasStatus(200)
                .hasText("page of [" + viewer.host() + "]");
        if (other.asked() > 0) {
            throw new AssertionError(
                    "expected nobody to be asked but the origin of the settings, because otherwise anybody"
                            + " could reach any server through this edge, but " + host + " was asked");
        }
    }

    @Check(
            id = "odd-targets",
            title = "a target with odd bytes is passed on as it came, or refused with a 400",
            reference = "RFC 9112 §3.2; RFC 3986 §2; RFC 9110 §17.3")
    void oddTargets(OriginStub origin, Viewer viewer, Randoms random) {
        origin.answerAll().field("Cache-Control", "max-age=600").body(random.text(5));
        assertThat(ByHand.get(viewer, viewer.host(), page(random)))
                .because("there is nothing odd in this target")
                .hasStatus(200);

        for (String odd : List.of("|", "^", "\"", "<", "\u00e9", "\u00c3\u00a9", "\u00ff")) {
            for (String target : List.of(page(random) + odd + "x", page(random) + "?q=" + odd + "x")) {
                int before = origin.requests().size();
                Answer answer = ByHand.get(viewer, viewer.host(), target, "Connection: close");
                assertThat(answer)
                        .because("the edge passes " + named(target) + " on, or says that it does not understand it")
                        .hasStatusIn(200, 400);
                List<String> reached = origin.requests().stream()
                        .skip(before)
                        .map(Request::target)
                        .toList();
                assertAsSent(answer.status(), target, reached);
            }
        }
    }

    /** The origin may refuse it too: after a 400 it may have been asked or not, but for nothing else. */
    private static void assertAsSent(int status, String target, List<String> reached) {
        if (!reached.stream().allMatch(target::equals) || (status == 200 && reached.isEmpty())) {
            throw new AssertionError("expected the origin to be asked for " + named(target)
                    + ", because the viewer asked for that, byte for byte, and the answer was " + status
                    + "; but it was asked for "
                    + (reached.isEmpty()
                            ? "nothing"
                            : reached.stream().map(OddRequestChecks::named).collect(Collectors.joining(" and "))));
        }
    }

    /** With the bytes above 127, which look different everywhere, in words: {@code /a<byte E9>x}. */
    private static String named(String target) {
        return target.chars()
                .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "<byte %02X>".formatted(c))
                .collect(Collectors.joining());
    }
}

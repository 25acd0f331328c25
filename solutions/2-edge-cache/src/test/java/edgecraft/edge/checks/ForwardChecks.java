package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertAskedWith;
import static edgecraft.edge.checks.EdgeAssertions.assertAskedWithout;
import static edgecraft.edge.checks.EdgeAssertions.assertNoLengthMadeUp;
import static edgecraft.edge.checks.EdgeAssertions.lastAsked;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.edge.checks.Forwarded.assertAskedFor;
import static edgecraft.edge.checks.Forwarded.assertEmptyQueryStays;
import static edgecraft.edge.checks.Forwarded.assertMembers;
import static edgecraft.edge.checks.Forwarded.assertReached;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Field;
import edgecraft.fixtures.HttpDate;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Request;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

@Step("2.1")
class ForwardChecks {

    private static final String NOT_KEPT = "no-store";

    /** What any viewer can claim and an origin may believe. */
    private static final List<String> CLAIMS = List.of(
            "Forwarded",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Server",
            "X-Host",
            "X-Original-URL",
            "X-Original-Host",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override",
            "X-HTTP-Method",
            "X-Method-Override");

    @Check(
            id = "passes-on",
            title = "status, fields and bytes of the origin's answer reach the viewer",
            reference = "RFC 9110 §3.7, §7.6")
    void passesOn(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String name = "X-" + random.name();
        String value = random.text(3);
        byte[] body = binary(random);
        origin.answer(target)
                .field("Content-Type", "image/png")
                .field(name, value)
                .body(body);

        assertThat(viewer.get(target))
                .because("that is what the origin answered")
                .hasStatus(200)
                .hasField("Content-Type", "image/png")
                .hasField(name, value)
                .hasBody(body);

        String missing = page(random);
        String text = random.text(10);
        origin.answer(missing).status(404).field("Cache-Control", NOT_KEPT).body(text);
        assertThat(viewer.get(missing))
                .because("that is what the origin answered")
                .hasStatus(404)
                .hasField("Cache-Control", NOT_KEPT)
                .hasText(text);
    }

    @Check(
            id = "target-as-sent",
            title = "the origin is asked for the target that the viewer sent, byte for byte",
            reference = "RFC 9112 §3.2.1; RFC 9110 §7.6")
    void targetAsSent(OriginStub origin, Viewer viewer, Randoms random) {
        origin.answerAll().field("Cache-Control", NOT_KEPT);
        String name = random.name();

        for (String target : List.of(
                "/" + name + "/a%20b+c/%C3%BC/%c3%bc/%7E~",
                "/" + name + "/a%2Fb%2fc/%3F%23%25",
                "//" + name + "//x/",
                "/" + name + "/./a/../b/%2e%2E/",
                "/" + name + ";v=1,2/@:!$'()*",
                "/" + name + "?b=2&a=1&b=%20+&&=x&c=&D",
                "/" + name + "?q=/a/../b?c:@%26%3d;d=%c3%BC")) {
            int before = origin.requests().size();
            assertThat(viewer.get(target))
                    .because("the origin has a page for every target")
                    .hasStatus(200);
            assertAskedFor(origin, before, List.of(target));
        }
        assertEmptyQueryStays(origin, viewer, "GET", "/" + name + "?");
        assertEmptyQueryStays(origin, viewer, "POST", "/" + name + "?");
    }

    @Check(
            id = "methods-and-bodies",
            title = "any method reaches the origin, with its body, and the answer the viewer",
            reference = "RFC 9110 §9.1, §6.4")
    void methodsAndBodies(OriginStub origin, Viewer viewer, Randoms random) {
        String unknown = "X" + random.name().toUpperCase(Locale.ROOT);
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "GET", unknown)) {
            String target = page(random);
            String text = random.text(10);
            String type = "application/x-" + random.name();
            byte[] sent = binary(random);
            origin.answer(target).status(202).body(text);

            assertThat(viewer.send(method, target, sent, "Content-Type", type))
                    .because("that is what the origin answered to " + method)
                    .hasStatus(202)
                    .hasText(text)
                    .because("the origin's answer to " + method + " has it, and no chunks")
                    .hasField("Content-Length", Integer.toString(text.length()));
            assertReached(origin, target, method, sent);
            assertAskedWith(
                    lastAsked(origin, target), "Content-Type", type, "it is about the body, and the body goes along");
        }

        String target = page(random);
        byte[] body = binary(random);
        origin.answer(target).field("Cache-Control", NOT_KEPT).body(body);
        assertThat(viewer.head(target))
                .because("that is what the origin answered to HEAD")
                .hasStatus(200)
                .hasField("Content-Length", Integer.toString(body.length))
                .hasNoBody();
        assertReached(origin, target, "HEAD", new byte[0]);
        origin.answer(target).field("Cache-Control", NOT_KEPT).chunked().body(body);
        assertNoLengthMadeUp(viewer.head(target), -1, "the origin, which sends this page in chunks, said none to HEAD");

        String empty = page(random);
        origin.answer(empty).status(204);
        assertThat(viewer.send("POST", empty, new byte[0]))
                .because("that is what the origin answered")
                .hasStatus(204)
                .hasNoBody();
        assertReached(origin, empty, "POST", new byte[0]);
    }

    @Check(
            id = "repeated-fields",
            title = "a field that is there twice stays there twice, and none is made up",
            reference = "RFC 9110 §5.2, §5.3; RFC 6265 §3")
    void repeatedFields(Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String date = HttpDate.format(fixtures.clock().instant().minusSeconds(100));
        List<String> cookies = List.of(
                random.name() + "=1; Expires=Fri, 01 Jan 2038 00:00:00 GMT; Path=/",
                random.name() + "=2; Path=/; HttpOnly");
        String name = "X-" + random.name();
        List<String> values = List.of(random.name(), random.name() + ", " + random.name(), random.name());
        byte[] body = binary(random);
        OriginAnswer says = origin.answer(target).field("Date", date).body(body);
        cookies.forEach(cookie -> says.field("Set-Cookie", cookie));
        values.forEach(value -> says.field(name, value));

        Answer answer = viewer.get(target, name, values.get(0), name, values.get(1), name, values.get(2));

        assertThat(answer)
                .hasStatus(200)
                .because("the origin's answer has it once, and it says when the answer was made")
                .hasField("Date", date)
                .because("the origin's answer has it once, and has no chunks")
                .hasField("Content-Length", Integer.toString(body.length));
        if (!answer.fieldValues("Set-Cookie").equals(cookies)) {
            throw new AssertionError(
                    "expected both lines of Set-Cookie as the origin sent them, because each sets a cookie"
                            + " of its own and may have commas in it, but the viewer got "
                            + answer.fieldValues("Set-Cookie"));
        }
        assertMembers(name, values, answer.fieldValues(name), "the viewer", "the origin sent that, on several lines");
        List<String> asked = lastAsked(origin, target).fieldValues(name);
        assertMembers(name, values, asked, "the origin", "the viewer sent that, on several lines");
        for (String invented : List.of("Content-Type", "Content-Encoding", "Cache-Control", "Expires", "ETag")) {
            assertThat(answer).because("the origin's answer has none").hasNoField(invented);
        }

        assertThat(viewer.get(target)).hasStatus(200);
        assertAskedWithout(
                lastAsked(origin, target),
                "Cookie",
                "this viewer sent none, and another viewer's cookies are a secret");
    }

    @Check(
            id = "who-asked",
            title = "the origin learns who asked for which host, and nothing that a viewer made up",
            reference = "RFC 9110 §7.2; CloudFront guide: request and response behavior")
    void whoAsked(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        origin.answer(target).field("Cache-Control", NOT_KEPT);
        String host = "WWW." + random.name() + ".Test:80";
        String lie = random.name();
        List<String> lines = new ArrayList<>(List.of(
                "X-Forwarded-For: 203.0.113.7, 203.0.113.8",
                "X-Forwarded-For: 203.0.113.9",
                "X-Forwarded-Host: " + lie));
        // Names have no case. Some servers hand on those that they know in a spelling of their own.
        CLAIMS.forEach(name -> lines.add((lines.size() % 2 == 0 ? name : name.toLowerCase(Locale.ROOT)) + ": " + lie));
        lines.add("x-original-url: " + lie);
        List<Field> meant = Stream.of(
                        "Cookie", "Authorization", "Accept-Language", "Accept", "User-Agent", "Referer", "X-Else")
                .map(name -> new Field(name, random.name() + "=1"))
                .toList();
        meant.forEach(field -> lines.add(field.toString()));

        for (String method : List.of("GET", "POST")) {
            assertThat(ByHand.send(method, viewer, host, target, lines.toArray(String[]::new)))
                    .hasStatus(200);

            Request asked = lastAsked(origin, target);
            assertAskedWith(asked, "Host", origin.uri().getAuthority(), "that is where the origin is");
            assertAskedWith(asked, "X-Forwarded-Host", host, "that is the Host that the viewer asked, as sent");
            assertMembers(
                    "X-Forwarded-For",
                    List.of("203.0.113.7", "203.0.113.8", "203.0.113.9", "127.0.0.1"),
                    asked.fieldValues("X-Forwarded-For"),
                    "the origin",
                    "the viewer sent the first three, on two lines, and its connection comes from the last");
            for (Field field : meant) {
                assertAskedWith(asked, field.name(), field.value(), "it is meant for the origin");
            }
            asked.fields().lines().stream()
                    .filter(line -> line.value().contains(lie))
                    .forEach(line -> {
                        throw new AssertionError("expected the edge to drop " + line + " from a " + method
                                + " because any viewer can send that, and origins believe it, but the origin got it");
                    });
        }

        assertThat(ByHand.get(viewer, host, target)).hasStatus(200);
        assertAskedWith(
                lastAsked(origin, target), "X-Forwarded-For", "127.0.0.1", "the viewer's connection comes from there");
    }

    @Check(
            id = "via-and-loops",
            title = "the edge signs what it passes on, and refuses what it has signed before",
            reference = "RFC 9110 §7.6.3; RFC 5842 §7.2 (508)")
    void viaAndLoops(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String name = "edge-" + random.name();
        edge.settings(settings -> settings.withName(name));
        String target = page(random);
        String other = random.name();
        origin.answer(target).field("Cache-Control", NOT_KEPT).field("Via", "1.1 " + other);

        Answer answer = viewer.get(target);
        assertThat(answer).hasStatus(200);
        List<String> both = List.of("1.1 " + other, "1.1 " + name);
        assertMembers("Via", both, answer.fieldValues("Via"), "the viewer", "it came through both of them");
        assertAskedWith(lastAsked(origin, target), "Via", "1.1 " + name, "the edge is called " + name);

        String before = "1.0 " + other + ", 1.1 my-" + name;
        String then = "1.1 " + name + "2";
        assertThat(viewer.get(target, "Via", before, "Via", then))
                .because("none of these is " + name + ", and the request has not been there")
                .hasStatus(200);
        List<String> all = List.of(before, then, "1.1 " + name);
        List<String> via = lastAsked(origin, target).fieldValues("Via");
        assertMembers("Via", all, via, "the origin", "it came through all of them");

        for (String[] round : List.of(
                new String[] {"Via", "1.1 " + name},
                new String[] {"Via", "1.0 " + other + ", 1.1 " + name + ",1.1 x" + other},
                new String[] {"Via", "1.0 " + other, "Via", "1.1 " + name})) {
            assertThat(viewer.get(target, round))
                    .because("the request has been at " + name + " before, as its Via says, and would come again")
                    .hasStatus(508);
        }
        assertThat(viewer.send("POST", target, new byte[] {'x'}, "Via", "1.1 " + name))
                .because("a POST that has been at " + name + " before would come again, too")
                .hasStatus(508);
        assertAsked(origin, target, 2, "a request that goes round in a circle ends at the edge");
        assertThat(viewer.get(target, "Via", other))
                .because("a Via of one word names no server, and that is no reason to fail")
                .hasStatusIn(200, 400);
    }

    @Check(
            id = "redirects",
            title = "what is meant for viewers is left to them: redirects, challenges, retries",
            reference = "RFC 9110 §15.4, §15.5.2, §10.2.3; CloudFront guide: request and response behavior")
    void redirects(OriginStub origin, Viewer viewer, Randoms random) {
        String there = page(random);
        origin.answer(there).body("there");
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            for (String location : List.of(there, origin.uri() + there)) {
                String target = page(random);
                String text = random.text(6);
                origin.answer(target).status(status).field("Location", location).body(text);
                assertThat(viewer.get(target))
                        .because("that is what the origin answered; where to go from there is the viewer's business")
                        .hasStatus(status)
                        .hasField("Location", location)
                        .hasText(text);
            }
        }
        assertAsked(origin, there, 0, "no viewer asked for it");

        for (int status : new int[] {401, 429, 503}) {
            String target = page(random);
            String text = random.text(6);
            origin.answer(target).status(status).field("Retry-After", "1").body(text);
            assertThat(viewer.get(target))
                    .because("that is what the origin answered, and whether to try again is the viewer's business")
                    .hasStatus(status)
                    .hasField("Retry-After", "1")
                    .hasText(text);
            assertAsked(origin, target, 1, "the viewer asked once");
        }
    }

    @Check(
            id = "encoded-stays-encoded",
            title = "the bytes stay as they are: what is compressed, and what is not",
            reference = "RFC 9110 §8.4, §7.7")
    void encodedStaysEncoded(OriginStub origin, Viewer viewer, Randoms random) {
        assertStaysEncoded(origin, viewer, page(random), "gzip", gzip(random.text(2_000)));
        assertStaysEncoded(origin, viewer, page(random), "br", random.bytes(1_000));
        assertStaysEncoded(origin, viewer, page(random), "deflate", random.bytes(1_000));

        String target = page(random);
        String text = random.text(4_000);
        origin.answer(target).field("Content-Type", "text/css").body(text);
        assertThat(viewer.get(target, "Accept-Encoding", "gzip, br"))
                .because("the origin did not compress it")
                .hasStatus(200)
                .hasNoField("Content-Encoding")
                .hasText(text);
    }

    private static void assertStaysEncoded(
            OriginStub origin, Viewer viewer, String target, String coding, byte[] encoded) {
        origin.answer(target)
                .field("Cache-Control", NOT_KEPT)
                .field("Content-Type", "text/css")
                .field("Content-Encoding", coding)
                .body(encoded);
        for (String[] sent : List.of(new String[] {"Accept-Encoding", coding}, new String[] {})) {
            String why = "the origin sent it so, and the viewer undoes it, not the edge";
            assertThat(Forwarded.whole(viewer, target, why, sent))
                    .because(why)
                    .hasStatus(200)
                    .hasField("Content-Encoding", coding)
                    .hasBody(encoded)
                    .hasField("Content-Length", Integer.toString(encoded.length));
        }
    }

    /** Bytes that are no text. */
    private static byte[] binary(Randoms random) {
        return random.object("").body();
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}

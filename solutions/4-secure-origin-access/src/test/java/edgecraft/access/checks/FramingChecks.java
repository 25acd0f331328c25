package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Crowd;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.Request;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where one request ends and the next begins, and which fields belong to the connection. */
@Step("4.9")
class FramingChecks {

    private static final int CROWD = 40;
    private static final int EACH = 30;

    @Check(
            id = "two-requests-in-one",
            title = "a request with a body is one request, and what is in the body is none",
            reference = "RFC 9112 §6.1, §6.3, §11.2; CWE-444")
    void twoRequestsInOne(Instance<AccessSettings> server, Fixtures fixtures) {
        Siege siege = Siege.of(server, fixtures);
        siege.attacker().get(siege.page(), "Content-Length: 0").hasStatusIn("a body of no bytes is no body", 200);
        String inner = "GET " + siege.film() + " HTTP/1.1\r\nHost: x\r\n\r\n";
        String chunked = Integer.toHexString(inner.length()) + "\r\n" + inner + "\r\n0\r\n\r\n";
        String length = "Content-Length: " + inner.length();
        String coding = "Transfer-Encoding: chunked";

        String why = "to ask for something with a body is no error: it is asked without";
        smuggle(siege, inner, length).hasStatusIn(why, 200);
        smuggle(siege, chunked, coding).hasStatusIn(why, 200);
        smuggle(siege, inner, length, length);
        smuggle(siege, inner, length, "Content-Length: 0");
        smuggle(siege, inner, "Content-Length: 0", length);
        for (String odd : List.of("+", "-", "0x", "\"", ", ", "0, ", "00000", "1e")) {
            smuggle(siege, inner, "Content-Length: " + odd + inner.length());
        }
        smuggle(siege, inner, "Content-Length : " + inner.length());
        smuggle(siege, inner, "Content-Length: " + inner.length() + "," + inner.length());
        smuggle(siege, chunked, coding, "Content-Length: 4");
        smuggle(siege, chunked, "Content-Length: " + chunked.length(), coding);
        for (String odd : List.of(
                "xchunked",
                "chunked, identity",
                "identity, chunked",
                "gzip, chunked",
                "\"chunked\"",
                "chunked;q=1",
                "",
                "CHUNKED",
                "chunked, chunked",
                "\u000bchunked",
                "chunked\u00ff")) {
            smuggle(siege, chunked, "Transfer-Encoding: " + odd);
            smuggle(siege, chunked, "Transfer-Encoding: " + odd, length);
        }
        smuggle(siege, chunked, "Transfer-Encoding : chunked");
        smuggle(siege, chunked, coding, "Transfer-Encoding: identity");
        smuggle(siege, "zz\r\n" + inner, coding);
        smuggle(siege, chunked, coding, "TE: trailers", "Trailer: Authorization");
        smuggle(siege, "ffffffffffffffff\r\n" + inner, coding);
        siege.assertServes();
    }

    /** The page, with something that looks like a request after it: served or refused, but upstream gets the page's request alone. */
    private static Came smuggle(Siege siege, String body, String... lines) {
        int before = siege.upstream().requests().size();
        Came came = siege.attacker().send(siege.attacker().head("GET", siege.page(), lines) + body);
        List<Request> reached =
                siege.upstream().requests().stream().skip(before).toList();
        boolean isOne = reached.size() <= 1
                && reached.stream()
                        .allMatch(request -> request.toString().equals("GET " + siege.page())
                                && request.body().length == 0
                                && request.fieldValues("Transfer-Encoding").isEmpty()
                                && request.fieldValues("Trailer").isEmpty()
                                && request.fieldValues("Content-Length").stream()
                                        .allMatch("0"::equals));
        if (!isOne) {
            throw new AssertionError("expected one request without a body at most behind the gate for " + came.shown()
                    + ", because a body is no part of what a viewer asks for here, but there came "
                    + reached.stream().map(FramingChecks::framed).toList());
        }
        siege.gate().viewer().get(siege.page());
        return came;
    }

    private static String framed(Request request) {
        return request + " with Content-Length " + request.fieldValues("Content-Length") + " and Transfer-Encoding "
                + request.fieldValues("Transfer-Encoding");
    }

    @Check(
            id = "odd-heads",
            title = "a head that can be read in two ways is read in none",
            reference = "RFC 9112 §2.2, §3.2, §5.1, §5.2; RFC 9110 §5.5")
    void oddHeads(Instance<AccessSettings> server, Fixtures fixtures) {
        Siege siege = Siege.of(server, fixtures);
        String own = siege.gate().viewer().host();

        for (String target : List.of(siege.film(), siege.page())) {
            for (String head : OddHeads.ambiguous(target, own)) {
                siege.assertStopped("a head has one meaning, or none", head);
            }
        }
        for (String head : OddHeads.plain(siege.film(), own)) {
            siege.assertStopped("nobody has signed this, however it is asked", head);
        }
        // Who asks as they did in 1996 is let in, or told that nobody here remembers that: but it is no accident.
        Attacker old = new Attacker(siege.gate().viewer());
        old.send("GET " + siege.page() + " HTTP/1.0\r\n\r\n");
        old.send("GET " + siege.signed() + " HTTP/1.0\r\nHost: " + own + "\r\n\r\n");
        siege.assertServes();
    }

    @Check(
            id = "connection-lists",
            title = "what Connection lists ends at the gate, and nothing that the gate says is undone by it",
            reference = "RFC 9110 §7.6.1, §7.8; CWE-444")
    void connectionLists(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        Siege siege = Siege.of(server, fixtures);
        String x = "X-" + random.name();

        for (String list : List.of(
                "close, " + x + ", Range, Cookie, Authorization",
                "close,," + x.toUpperCase(Locale.ROOT) + " ,range,cookie,AUTHORIZATION",
                "close, Host, " + x + ",\tRange,Cookie,Authorization, Accept")) {
            Request reached = passed(
                    siege,
                    "Connection: " + list,
                    x + ": 1",
                    "Range: bytes=0-",
                    "Cookie: a=1",
                    "Authorization: x",
                    x + "-Stays: yes");
            for (String name : List.of(x, "Range", "Cookie", "Authorization")) {
                assertGone(reached, name, list);
            }
            if (!reached.fieldValues(x + "-Stays").equals(List.of("yes"))) {
                throw new AssertionError(
                        "expected " + x + "-Stays to go on, because Connection doesn't list it, but it was "
                                + reached.fieldValues(x + "-Stays"));
            }
        }
        for (String hop : List.of(
                "Upgrade: websocket",
                "Upgrade: h2c",
                "TE: trailers",
                "Trailer: Cookie",
                "Keep-Alive: timeout=9",
                "Proxy-Connection: keep-alive",
                "Proxy-Authorization: Basic eDp4")) {
            String name = hop.substring(0, hop.indexOf(':'));
            assertGone(passed(siege, "Connection: close, " + name, hop), name, name);
            // Jetty refuses an Upgrade that Connection doesn't list.
            if (!name.equals("Upgrade")) {
                assertGone(passed(siege, "Connection: close", hop), name, "close");
            }
        }
        cookiesOfTheConnection(siege);
        siege.assertServes();
    }

    private static Request passed(Siege siege, String... lines) {
        int before = siege.upstream().requests(siege.page()).size();
        siege.attacker()
                .get(siege.page(), lines)
                .hasStatusIn("everybody may see this page, whatever is said of the connection", 200);
        List<Request> reached = siege.upstream().requests(siege.page());
        if (reached.size() != before + 1
                || !reached.get(before)
                        .fieldValues("Host")
                        .equals(List.of(siege.upstream().uri().getAuthority()))) {
            throw new AssertionError(
                    "expected one request for the page with the Host of upstream, because the viewer asked once, with "
                            + List.of(lines) + ", but there came " + (reached.size() - before));
        }
        return reached.get(before);
    }

    private static void assertGone(Request reached, String name, String list) {
        if (!reached.fieldValues(name).isEmpty()) {
            throw new AssertionError("expected " + name
                    + " to end at the gate, because it belongs to the viewer's connection (Connection: " + list
                    + "), but " + reached + " came with " + name + ": " + reached.fieldValues(name));
        }
    }

    /** Whether they count or not: without good ones nobody is let in, and they go no further. */
    private static void cookiesOfTheConnection(Siege siege) {
        String good =
                "Cookie: " + String.join("; ", siege.rsa().cookies(siege.gate().url(siege.film()), siege.later()));
        for (String list : List.of("Cookie", "close, Cookie", "cookie,Host")) {
            siege.attacker()
                    .look(siege.attacker().head("GET", siege.page(), "Connection: " + list, good))
                    .isNoAccident();
            siege.assertRefused(
                    "nobody has signed this", siege.film(), "Connection: " + list, "Cookie: CloudFront-Expires=1");
        }
        for (Request request : siege.upstream().requests()) {
            if (request.fieldValues("Cookie").stream().anyMatch(line -> line.contains("CloudFront-"))) {
                throw new AssertionError(
                        "expected the gate's cookies to end at the gate, because they let in whoever reads them,"
                                + " but they came with " + request);
            }
        }
    }

    @Check(
            id = "pipelined",
            title = "of many requests on one connection each is judged by itself",
            reference = "RFC 9112 §9.3.2; RFC 9110 §3.3")
    void pipelined(Instance<AccessSettings> server, Fixtures fixtures) {
        Siege siege = Siege.of(server, fixtures);
        String refused = onKept(siege, siege.film());
        String admitted = onKept(siege, siege.signed());
        String page = onKept(siege, siege.page());

        for (List<String> requests : List.of(
                List.of(refused, page, refused),
                List.of(admitted, refused, admitted, refused),
                List.of(page, admitted, refused, page, refused),
                List.of(refused, refused, admitted, refused))) {
            for (boolean atOnce : new boolean[] {true, false}) {
                inTurn(siege, requests, atOnce, refused);
            }
        }
        String cookies = "Cookie: "
                + String.join("; ", siege.rsa().cookies(siege.gate().url(siege.film()), siege.later())) + "\r\n";
        String withCookies = refused.replace("\r\n\r\n", "\r\n" + cookies + "\r\n");
        inTurn(siege, List.of(withCookies, refused, withCookies, refused), true, refused);
        siege.assertServes();
    }

    private static String onKept(Siege siege, String target) {
        return siege.attacker().head("GET", target).replace("Connection: close\r\n", "");
    }

    /** A server may close the connection after any answer, but it can't give another one. */
    private static void inTurn(Siege siege, List<String> requests, boolean atOnce, String refused) {
        try (RawConnection connection = siege.gate().viewer().connect()) {
            if (atOnce) {
                connection.write(String.join("", requests));
            }
            for (int i = 0; i < requests.size(); i++) {
                if (!atOnce) {
                    connection.write(requests.get(i));
                }
                var answer = connection.readAnswer("GET", requests.get(i).split(" ")[1]);
                assertThat(answer)
                        .because("it is the "
                                + Stream.of("first", "second", "third", "fourth", "fifth")
                                        .toList()
                                        .get(i) + " on its connection, and is judged by itself")
                        .hasStatus(requests.get(i).equals(refused) ? 403 : 200);
                if (answer.field("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
                    return;
                }
            }
        }
    }

    @Check(
            id = "thousand-refused",
            title = "a thousand refused requests cost nothing that the next viewer needs",
            reference = "CWE-400, CWE-770")
    void thousandRefused(Instance<AccessSettings> server, Fixtures fixtures) {
        Siege siege = Siege.of(server, fixtures);
        List<String> queries = List.of(
                "",
                "?Expires=1&Signature=x&Key-Pair-Id=x",
                "?Policy=e30_&Signature=e30_&Key-Pair-Id=x",
                "?Expires=1&Expires=1",
                "?Signature=" + "A".repeat(2000));

        Crowd.of(CROWD, number -> {
            for (int i = 0; i < EACH; i++) {
                String target = siege.film() + queries.get((number + i) % queries.size());
                siege.attacker().ask(i % 3 == 0 ? "HEAD" : "GET", target).hasStatusIn("nobody has signed this", 403);
                if (i % 5 == 0) {
                    siege.attacker().ask("DELETE", siege.page()).hasStatusIn("the gate is for reading", 405);
                }
            }
            return number;
        });
        siege.assertServes();
        Crowd.of(CROWD, number -> {
            siege.assertServes();
            return number;
        });
    }
}

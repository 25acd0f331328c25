package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.NoAnswerException;
import edgecraft.fixtures.RawConnection;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.Arrays;
import java.util.List;

/** What passes through the gate to the viewer who is let in. */
@Step("4.4")
class GateToViewerChecks {

    private static final String SIGNED = "the URL is signed";

    /** More than is on the way between two servers: in bytes. */
    private static final int BIG = 4 * 1024 * 1024;

    private static final List<String> COOKIES =
            List.of("one=1; Path=/", "two=2, 3; Expires=Wed, 21 Oct 2065 07:28:00 GMT");

    @Check(
            id = "answer-to-viewer",
            title = "the answer passes as it is: status, fields and body, whatever it says",
            reference = "RFC 9110 §7.6.1, §15; RFC 6265 §3")
    void answerToViewer(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        byte[] body = fixtures.randoms().object("x").body();
        String film = gate.film();
        answer(gate, film, "\"" + fixtures.randoms().name() + "\"", body);
        String url = gate.signed(signer, film);

        Answer whole = gate.viewer().get(url);
        assertThat(whole).because(SIGNED).hasStatus(200).hasBody(body);
        assertFields(whole);
        Answer head = gate.viewer().head(url);
        assertThat(head).because(SIGNED).hasStatus(200).hasField("Content-Length", "" + body.length);
        assertFields(head);
        assertParts(gate, url, whole.field("ETag").orElseThrow(), body);
        assertStatuses(gate, signer);
        assertHopsStay(gate, signer);
        assertStreams(gate, signer, fixtures.randoms().bytes(BIG));
    }

    private static void answer(Gated gate, String film, String tag, byte[] body) {
        gate.upstream()
                .answer(film)
                .ranges()
                .validates()
                .field("Content-Type", "video/mp4")
                .field("Cache-Control", "max-age=60, private")
                .field("ETag", tag)
                .field("X-Of-The-Film", "a  b")
                .field("Access-Control-Expose-Headers", "X-Of-The-Film")
                .field("Set-Cookie", COOKIES.get(0))
                .field("Set-Cookie", COOKIES.get(1))
                .body(body);
    }

    private static void assertParts(Gated gate, String url, String tag, byte[] body) {
        assertThat(gate.viewer().get(url, "Range", "bytes=10-19"))
                .because("this is what is behind the gate answers to a Range")
                .hasStatus(206)
                .hasField("Content-Range", "bytes 10-19/" + body.length)
                .hasBody(Arrays.copyOfRange(body, 10, 20));
        assertThat(gate.viewer().get(url, "Range", "bytes=99999-"))
                .because("this is what is behind the gate answers to a Range that it can't serve")
                .hasStatus(416)
                .hasField("Content-Range", "bytes */" + body.length);
        assertThat(gate.viewer().get(url, "If-None-Match", tag))
                .because("the viewer has the film already")
                .hasStatus(304)
                .hasNoBody();
    }

    private static void assertFields(Answer answer) {
        assertThat(answer)
                .because("the gate says nothing of its own about what passes")
                .hasField("Content-Type", "video/mp4")
                .hasField("Cache-Control", "max-age=60, private")
                .hasField("ETag")
                .hasField("Access-Control-Expose-Headers", "X-Of-The-Film")
                .hasField("X-Of-The-Film", "a  b");
        if (!answer.fieldValues("Set-Cookie").equals(COOKIES)) {
            throw new AssertionError("expected both fields Set-Cookie, each in a line of its own, but the answer has "
                    + String.join(" and ", answer.fieldValues("Set-Cookie")));
        }
    }

    private static void assertStatuses(Gated gate, Signer signer) {
        for (int status : new int[] {201, 301, 302, 307, 400, 401, 403, 404, 410, 418, 429, 500, 503}) {
            String film = gate.film();
            gate.upstream()
                    .answer(film)
                    .status(status)
                    .field("Location", gate.upstream().uri() + "/elsewhere")
                    .body(Gated.text(film));
            assertThat(gate.viewer().get(gate.signed(signer, film)))
                    .because("this is what is behind the gate answers")
                    .hasStatus(status)
                    .hasText(Gated.text(film))
                    .hasField("Location", gate.upstream().uri() + "/elsewhere");
        }
    }

    private static void assertHopsStay(Gated gate, Signer signer) {
        String film = gate.film();
        gate.upstream()
                .answer(film)
                .field("Connection", "X-Of-The-Line")
                .field("X-Of-The-Line", "secret")
                .field("Keep-Alive", "timeout=5")
                .field("Proxy-Authenticate", "Basic")
                .field("Proxy-Authentication-Info", "nextnonce=1")
                .field("Trailer", "X-Sum")
                .chunked()
                .body(Gated.text(film));
        Answer answer = gate.viewer().get(gate.signed(signer, film));
        gate.assertLetIn(SIGNED, answer, film);
        assertThat(answer)
                .because("it is about the connection behind the gate")
                .hasNoField("X-Of-The-Line")
                .hasNoField("Keep-Alive")
                .hasNoField("Proxy-Authenticate")
                .hasNoField("Proxy-Authentication-Info")
                .hasNoField("Trailer");
    }

    /** A viewer sees the beginning of a film before its end has come, and doesn't take the beginning for the whole. */
    private static void assertStreams(Gated gate, Signer signer, byte[] body) {
        String film = gate.film();
        gate.upstream().answer(film).chunked().body(body);
        String url = gate.signed(signer, film);
        assertThat(gate.viewer().get(url)).because(SIGNED).hasStatus(200).hasBody(body);

        gate.upstream().line().holdsAfter(BIG / 2);
        try (RawConnection connection = gate.viewer().connect()) {
            connection.write(
                    "GET " + url + " HTTP/1.1\r\nHost: " + gate.viewer().host() + "\r\n\r\n");
            assertThat(connection.readHead("GET", url)).because(SIGNED).hasStatus(200);
            // Less than was sent: what is in the buffers of a gate is no fault of it.
            connection.readBytes(BIG / 4);
        } catch (NoAnswerException waiting) {
            throw new AssertionError("expected a film to pass as it comes, but nothing of it reached the viewer in "
                    + "10 s, while half of it had come to the gate");
        }
        gate.upstream().line().passes();
        gate.upstream().line().breaksAfter(BIG / 2);
        if (isWhole(gate, url)) {
            throw new AssertionError("expected an answer that breaks off behind the gate to break off for the viewer,"
                    + " who takes what came for the whole film otherwise, but the answer ended in good order");
        }
        gate.upstream().line().passes();
        assertThat(gate.viewer().get(url)).because(SIGNED).hasStatus(200).hasBody(body);
    }

    private static boolean isWhole(Gated gate, String url) {
        try {
            return gate.viewer().get(url).status() == 200;
        } catch (BrokenAnswerException brokenOff) {
            return false;
        }
    }
}

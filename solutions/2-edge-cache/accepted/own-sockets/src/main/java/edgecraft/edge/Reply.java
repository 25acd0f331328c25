package edgecraft.edge;

import edgecraft.kit.Servers;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/** Sends answers to viewers, piece by piece. */
final class Reply {

    private static final int BUFFER = 16 * 1024;
    private static final int NO_CONTENT = 204;
    private static final Set<Integer> BODILESS = Set.of(NO_CONTENT, 304);

    private Reply() {}

    /**
     * Sends an answer, and closes its body. A viewer who has left is no error.
     *
     * @param now the {@code Date} of an answer that has none
     */
    static void send(Context ctx, Answer answer, Instant now) {
        try (InputStream body = answer.body()) {
            sendHead(ctx.res(), answer, now);
            boolean hasBody = !ctx.req().getMethod().equals("HEAD") && !BODILESS.contains(answer.status());
            if (hasBody && !copy(body, ctx.res().getOutputStream())) {
                Servers.hangUp(ctx);
            }
        } catch (IOException viewerLeft) {
            // Nobody is there to be told.
        }
    }

    /** A short answer of the edge's own. */
    static Answer text(int status, String text, Fields fields) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        Fields all = fields.with("Content-Type", "text/plain; charset=utf-8")
                .with("Content-Length", Integer.toString(bytes.length));
        return new Answer(status, all, new ByteArrayInputStream(bytes));
    }

    private static void sendHead(HttpServletResponse response, Answer answer, Instant now) throws IOException {
        response.setStatus(answer.status());
        // Jetty has set one already, by a clock of its own.
        response.setHeader("Date", answer.fields().first("Date").orElse(HttpDate.format(now)));
        Fields others = answer.fields().without("Date");
        if (answer.status() == NO_CONTENT) {
            // RFC 9110 §8.6: it has no length.
            others = others.without("Content-Length");
        }
        for (Fields.Line line : others.lines()) {
            response.addHeader(line.name(), line.value());
        }
        // Left to itself, Jetty says of what has no body that its length is 0.
        response.flushBuffer();
    }

    /** Whether the body came to its end. */
    private static boolean copy(InputStream body, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        while (true) {
            int count;
            try {
                count = body.read(buffer);
            } catch (IOException brokenOff) {
                return false;
            }
            if (count < 0) {
                return true;
            }
            to.write(buffer, 0, count);
            to.flush();
        }
    }
}

package edgecraft.edge;

import edgecraft.kit.Servers;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpFields;

/** The answer to one viewer, in words that this viewer's request allows. */
final class Reply {

    private static final int NO_CONTENT = 204;

    private final Context ctx;
    private final Question question;
    private final String name;

    /**
     * @param name the edge's
     */
    Reply(Context ctx, Question question, String name) {
        this.ctx = ctx;
        this.question = question;
        this.name = name;
    }

    /** An answer of the origin's as it comes, or 304 if the viewer has it. */
    void pass(int status, Fields fields, CacheStatus how, Content content) {
        if (question.isReading() && isKnown(status, fields)) {
            send(304, Validation.ofNotModified(how.in(fields, name)), Content.NONE);
        } else {
            send(status, how.in(fields, name), content);
        }
    }

    /** A copy, or the part of it that is asked for, or 304 if the viewer has it. */
    void copy(Stored stored, CacheStatus how, Instant now) throws IOException {
        Fields fields = how.in(stored, now, name);
        if (isKnown(stored.status(), stored.fields())) {
            send(304, Validation.ofNotModified(fields), Content.NONE);
            return;
        }
        long size = stored.body().size();
        Optional<Part> part = question.range()
                .filter(range -> stored.status() == 200
                        && Part.isAllowed(question.asked().fields(), fields))
                .flatMap(range -> Part.of(range, size));
        if (part.isPresent()) {
            part(stored, fields, part.get());
        } else {
            send(stored.status(), fields, out -> stored.body().copyTo(out, 0, size));
        }
    }

    /** There is no answer: the edge says so itself. */
    void error(int status, String why) {
        send(status, CacheStatus.error(why).in(Fields.of("Content-Length", "0"), name), Content.NONE);
    }

    private void part(Stored stored, Fields fields, Part part) {
        Fields cut = fields.replacing("Content-Range", part.contentRange());
        if (part.isEmpty()) {
            send(416, cut.replacing("Content-Length", "0"), Content.NONE);
        } else {
            Fields sized = cut.replacing("Content-Length", Long.toString(part.size()));
            send(206, sized, out -> stored.body().copyTo(out, part.first(), part.size()));
        }
    }

    private boolean isKnown(int status, Fields fields) {
        return (status == 200 || status == 206)
                && Validation.isKnown(question.viewer().fields(), fields);
    }

    private void send(int status, Fields fields, Content content) {
        HttpServletResponse response = ctx.res();
        response.setStatus(status);
        // RFC 9110 §8.6: a 204 has no length.
        put(status == NO_CONTENT ? fields.without("Content-Length") : fields);
        try {
            // Left to itself, Jetty says of what has no body that its length is 0.
            response.flushBuffer();
            if (!question.viewer().method().equals("HEAD") && status != NO_CONTENT && status != 304) {
                content.copyTo(response.getOutputStream());
            }
        } catch (IOException brokenOff) {
            Servers.hangUp(ctx);
        }
    }

    /** Sets these fields, past the servlet API, which would write a Content-Type in its own way. */
    private void put(Fields fields) {
        HttpFields.Mutable headers = ServletContextRequest.getServletContextRequest(ctx.req())
                .getServletContextResponse()
                .getWrapped()
                .getHeaders();
        fields.first("Date").ifPresent(date -> ctx.res().setHeader("Date", date));
        fields.without("Date").lines().forEach(line -> headers.add(line.name(), line.value()));
    }
}

package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Servers;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;

/** Answers one viewer. */
final class Reply {

    /** RFC 9110 §6.4.1: these have no body. */
    private static final int NO_CONTENT = 204;

    private final Context ctx;
    private final ViewerRequest request;
    private final EdgeSettings settings;

    Reply(Context ctx, ViewerRequest request, EdgeSettings settings) {
        this.ctx = ctx;
        this.request = request;
        this.settings = settings;
    }

    /** Gives a copy. */
    void stored(Stored stored, CacheStatus status) {
        Instant now = settings.time().instant();
        byte[] body = stored.body();
        send(stored.status(), status.in(stored, now, settings.name()), body.length, part -> {
            int first = (int) part.first();
            viewer().write(body, first, (int) part.size());
        });
    }

    /** Passes an answer on, for this viewer alone. */
    void direct(OriginAnswer answer, CacheStatus status) {
        try (answer) {
            Fields fields = Forwarding.toViewer(answer.fields(), settings.name());
            send(answer.status(), status.in(fields, settings.name()), -1, whole -> Pump.copy(answer.body(), viewer()));
        } catch (IOException closed) {
            // Whatever there was to say has been said.
        }
    }

    /** Passes an answer on while it is stored. */
    void filling(Fetched.Filling filling, CacheStatus status) {
        Fields fields = Forwarding.toViewer(filling.answer().fields(), settings.name());
        try {
            send(
                    filling.answer().status(),
                    status.in(fields, settings.name()),
                    -1,
                    whole -> filling.fill().copyTo(viewer()));
        } finally {
            filling.fill().leave();
        }
    }

    /** Says that there is no answer from the origin. */
    void failure(OriginFailure failure, CacheStatus status) {
        start(failure.status(), status.in(Fields.of(), settings.name()));
    }

    /** Says something of the edge's own. */
    void own(int status) {
        start(status, Fields.of());
    }

    /** Not Javalin's own stream: its {@code flush} does nothing. */
    private OutputStream viewer() throws IOException {
        return ctx.res().getOutputStream();
    }

    private interface Body {

        void write(Part part) throws IOException;
    }

    /** @param length how long the body is; negative if only the whole can be sent */
    private void send(int status, Fields fields, long length, Body body) {
        boolean conditional = (status == 200 || status == 206) && isRead();
        if (conditional && Validation.isKnown(request.fields(), fields)) {
            start(304, Validation.ofNotModified(fields));
            flush();
            return;
        }
        Optional<Part> part = status == 200 && length >= 0 ? part(fields, length) : Optional.empty();
        if (part.isEmpty()) {
            start(status, fields);
            write(body, new Part(0, length - 1, length));
        } else {
            sendPart(part.get(), fields, body);
        }
    }

    private void sendPart(Part part, Fields fields, Body body) {
        Fields ranged = fields.replacing("Content-Range", part.contentRange());
        if (part.isEmpty()) {
            start(416, ranged.replacing("Content-Length", "0"));
        } else {
            start(206, ranged.replacing("Content-Length", Long.toString(part.size())));
            write(body, part);
        }
    }

    /** A range is about GET alone (RFC 9110 §14.2). */
    private Optional<Part> part(Fields fields, long length) {
        return Optional.of(request)
                .filter(asked -> asked.method().equals("GET") && Part.isAllowed(asked.fields(), fields))
                .flatMap(asked -> asked.fields().first("Range"))
                .flatMap(range -> Part.of(range, length));
    }

    private boolean isRead() {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    private void start(int status, Fields fields) {
        ctx.status(status);
        // The server has set a Date already, by its own clock.
        Instant now = settings.time().instant();
        ctx.res().setHeader("Date", fields.first("Date").orElse(HttpDate.format(now)));
        // RFC 9110 §8.6: a 204 has no length.
        Fields others = status == NO_CONTENT ? fields.without("Date", "Content-Length") : fields.without("Date");
        others.lines().forEach(line -> ctx.res().addHeader(line.name(), line.value()));
    }

    /** Sends what there is. Otherwise the server would say that an answer without a body has a length of 0. */
    private void flush() {
        try {
            ctx.res().flushBuffer();
        } catch (IOException viewerIsGone) {
            // Nobody is there who could miss anything.
        }
    }

    private void write(Body body, Part part) {
        if (request.method().equals("HEAD") || ctx.statusCode() == NO_CONTENT || ctx.statusCode() == 304) {
            flush();
            return;
        }
        try {
            body.write(part);
        } catch (IOException brokenOff) {
            // Either side has gone. A viewer who is still there must not take what came for the whole.
            Servers.hangUp(ctx);
        }
    }
}

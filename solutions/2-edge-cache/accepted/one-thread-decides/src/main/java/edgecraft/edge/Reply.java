package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Servers;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The answer to one viewer. */
final class Reply {

    private interface Body {

        /** Writes it, as it comes. Throws if it breaks off. */
        void copyTo(OutputStream out) throws IOException;
    }

    private static final int NO_CONTENT = 204;
    private static final Set<Integer> MAY_BE_KNOWN = Set.of(200, 206);
    private static final Body NOTHING = out -> {};

    private final Context ctx;
    private final Question question;
    private final EdgeSettings settings;

    Reply(Context ctx, Question question, EdgeSettings settings) {
        this.ctx = ctx;
        this.question = question;
        this.settings = settings;
    }

    /** Gives a copy, or the part of it that is asked for. */
    void copy(Stored copy, CacheStatus how) {
        Instant now = settings.time().instant();
        Fields fields = how.in(copy, now, settings.name());
        byte[] body = copy.body();
        Optional<Part> part =
                copy.status() == 200 && !isKnown(copy.status(), fields) ? part(fields, body.length) : Optional.empty();
        if (part.isPresent()) {
            part(part.get(), fields.replacing("Content-Range", part.get().contentRange()), body);
        } else {
            send(copy.status(), fields, out -> out.write(body));
        }
    }

    /** Passes an answer of the origin's on. */
    void direct(OriginAnswer answer, String why) {
        Fields fields = Forwarding.toViewer(answer.fields(), settings.name());
        Fields told = CacheStatus.miss(why, false).in(fields, settings.name());
        send(answer.status(), told, out -> Pump.copy(answer.body(), out));
    }

    /** Passes an answer on while it is taken in. */
    void delivery(Stored head, CacheStatus how, Delivery delivery) {
        send(head.status(), how.in(head.fields(), settings.name()), delivery::copyTo);
    }

    /** Says that there is no answer. */
    void failure(int status, String why) {
        Fields fields = Fields.of("Content-Length", "0");
        send(status, CacheStatus.error(why).in(fields, settings.name()), NOTHING);
    }

    private void part(Part part, Fields fields, byte[] body) {
        if (part.isEmpty()) {
            send(416, fields.replacing("Content-Length", "0"), NOTHING);
        } else {
            Fields sized = fields.replacing("Content-Length", Long.toString(part.size()));
            send(206, sized, out -> out.write(body, (int) part.first(), (int) part.size()));
        }
    }

    private Optional<Part> part(Fields fields, long length) {
        return question.range()
                .filter(range -> Part.isAllowed(question.asked().fields(), fields))
                .flatMap(range -> Part.of(range, length));
    }

    private boolean isKnown(int status, Fields fields) {
        return question.isReading()
                && MAY_BE_KNOWN.contains(status)
                && Validation.isKnown(question.viewer().fields(), fields);
    }

    private void send(int status, Fields fields, Body body) {
        boolean known = isKnown(status, fields);
        try {
            begin(known ? 304 : status, known ? Validation.ofNotModified(fields) : fields);
            if (!known && !question.viewer().method().equals("HEAD") && status != NO_CONTENT && status != 304) {
                body.copyTo(ctx.res().getOutputStream());
            }
        } catch (IOException brokeOff) {
            // Either side has gone. A viewer who is still there must not take what came for the whole.
            Servers.hangUp(ctx);
        }
    }

    private void begin(int status, Fields fields) throws IOException {
        ctx.res().setStatus(status);
        // There is one already, which only another can replace.
        fields.first("Date").ifPresent(date -> ctx.res().setHeader("Date", date));
        // RFC 9110 §8.6: a 204 has no length.
        Fields others = status == NO_CONTENT ? fields.without("Date", "Content-Length") : fields.without("Date");
        others.lines().forEach(line -> ctx.res().addHeader(line.name(), line.value()));
        // Left to itself, Jetty says of what has no body that its length is 0.
        ctx.res().flushBuffer();
    }
}

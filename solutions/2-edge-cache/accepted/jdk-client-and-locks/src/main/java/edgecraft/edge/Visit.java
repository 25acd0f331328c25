package edgecraft.edge;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/**
 * One viewer's request, and the way to answer it.
 *
 * @param ctx what Javalin has of it
 * @param request what counts of it
 * @param key what its answer is stored under
 */
record Visit(Context ctx, ViewerRequest request, CacheKey key) {

    /** Whether it asks for fields alone. */
    boolean isHead() {
        return request.method().equals("HEAD");
    }

    /** Whether the viewer has this answer, as the conditions of a {@code GET} or {@code HEAD} tell. */
    boolean hasAlready(int status, Fields answer) {
        return (isHead() || request.method().equals("GET"))
                && (status == 200 || status == 206)
                && Validation.isKnown(request.fields(), answer);
    }

    /** Sends status and fields: these, and no others. A body may follow. */
    void begin(int status, Fields fields) throws IOException {
        HttpServletResponse answer = ctx.res();
        answer.setStatus(status);
        // There is one already, which only another can replace.
        fields.first("Date").ifPresent(date -> answer.setHeader("Date", date));
        // RFC 9110 §8.6: a 204 has no length.
        Fields others = status == 204 ? fields.without("Date", "Content-Length") : fields.without("Date");
        others.lines().forEach(line -> answer.addHeader(line.name(), line.value()));
        // Left to itself, Jetty says of what has no body that its length is 0.
        answer.flushBuffer();
    }

    /** Where the body goes. */
    OutputStream out() throws IOException {
        return ctx.res().getOutputStream();
    }
}

package edgecraft.access;

import edgecraft.kit.Servers;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks another server for a viewer, and passes on what it answers. Follows no redirects. Thread-safe. */
final class Upstream {

    private static final int BUFFER = 16 * 1024;
    private static final int NOT_MODIFIED = 304;

    private final HttpClient client;
    private final Duration timeout;

    /** @param timeout how long to wait for a connection, and then for an answer to begin, in real time */
    Upstream(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /**
     * Sends a request with the viewer's method and without a body, and answers the viewer: {@code 400} if there can't be such a
     * request, {@code 504} if the time is up, {@code 502} if there is no answer.
     *
     * @param ctx the viewer
     * @param what the URL to ask for: path and query go out exactly as {@code getRawPath()} and {@code getRawQuery()} have them,
     *     and {@code Host} is its host, with the port if that isn't the scheme's own
     * @param fields values by names; {@code Host}, {@code Content-Length}, {@code Connection}, {@code Expect} and {@code Upgrade}
     *     are the client's
     * @param reply decides what the viewer gets of an answer
     */
    void pass(Context ctx, URI what, Map<String, List<String>> fields, Function<HttpResponse<?>, Reply> reply) {
        HttpRequest request;
        try {
            request = request(ctx.req().getMethod(), what, fields);
        } catch (IllegalArgumentException notToBeSent) {
            ctx.status(400);
            return;
        }
        ask(ctx, request).ifPresent(answer -> send(ctx, reply.apply(answer), answer.body()));
    }

    private Optional<HttpResponse<InputStream>> ask(Context ctx, HttpRequest request) {
        try {
            return Optional.of(client.send(request, BodyHandlers.ofInputStream()));
        } catch (HttpTimeoutException late) {
            ctx.status(504);
        } catch (IOException noAnswer) {
            ctx.status(502);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            ctx.status(502);
        }
        return Optional.empty();
    }

    private HttpRequest request(String method, URI what, Map<String, List<String>> fields) {
        HttpRequest.Builder request = HttpRequest.newBuilder(what)
                .method(method, BodyPublishers.noBody())
                .timeout(timeout);
        fields.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request.build();
    }

    private static void send(Context ctx, Reply reply, InputStream body) {
        ctx.status(reply.status());
        reply.fields().forEach((name, values) -> {
            // The first one takes the place of what the server has set already, as the Date.
            ctx.res().setHeader(name, values.get(0));
            values.stream().skip(1).forEach(value -> ctx.res().addHeader(name, value));
        });
        try (body) {
            if (reply.hasBody()) {
                copy(body, ctx.res().getOutputStream());
            }
            if (reply.fields().containsKey("Content-Length") || isShort(ctx, reply)) {
                // Otherwise the server would say that an answer without a body has a length of 0.
                ctx.res().flushBuffer();
            }
        } catch (IOException brokenOff) {
            // Either side has gone. A viewer who is still there must not take what came for the whole.
            Servers.hangUp(ctx);
        }
    }

    /** Whether the answer has no body though what it is about may have one (RFC 9110 §8.6). */
    private static boolean isShort(Context ctx, Reply reply) {
        return reply.status() == NOT_MODIFIED || ctx.req().getMethod().equals("HEAD");
    }

    /** Sends on at once what has come. */
    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            to.write(buffer, 0, count);
            if (from.available() == 0) {
                to.flush();
            }
        }
    }
}

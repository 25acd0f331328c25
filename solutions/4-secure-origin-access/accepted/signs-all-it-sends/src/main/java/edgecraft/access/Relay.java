package edgecraft.access;

import edgecraft.kit.Servers;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends requests whose every field is decided, and lets the bytes of an answer flow to the viewer. Thread-safe. */
final class Relay {

    private final HttpClient client;
    private final Duration patience;

    /** @param patience how long to wait for an answer to begin, in real time */
    Relay(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /** Asks, and answers the viewer: {@code 504} if the time is up, {@code 502} if there is no answer. */
    void pass(Context ctx, HttpRequest request, Function<HttpResponse<?>, Reply> reply) {
        CompletableFuture<HttpResponse<Publisher<List<ByteBuffer>>>> asked =
                client.sendAsync(request, BodyHandlers.ofPublisher());
        try {
            HttpResponse<Publisher<List<ByteBuffer>>> answer = asked.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            send(ctx, reply.apply(answer), answer.body());
        } catch (TimeoutException late) {
            asked.cancel(true);
            ctx.status(504);
        } catch (ExecutionException noAnswer) {
            ctx.status(noAnswer.getCause() instanceof HttpTimeoutException ? 504 : 502);
        } catch (InterruptedException stopped) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            ctx.status(502);
        }
    }

    private static void send(Context ctx, Reply reply, Publisher<List<ByteBuffer>> body) {
        ctx.status(reply.status());
        reply.fields().forEach((name, values) -> {
            ctx.res().setHeader(name, values.get(0));
            values.stream().skip(1).forEach(value -> ctx.res().addHeader(name, value));
        });
        try {
            OutputStream viewer = ctx.res().getOutputStream();
            Portions portions = new Portions(reply.hasBody() ? viewer : null);
            body.subscribe(portions);
            portions.over.get();
            if (reply.status() == 304 || ctx.req().getMethod().equals("HEAD")) {
                // Or the server would say that there are 0 bytes.
                ctx.res().flushBuffer();
            }
        } catch (IOException | ExecutionException brokenOff) {
            // Either side has gone. What came must not pass for the whole.
            Servers.hangUp(ctx);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            Servers.hangUp(ctx);
        }
    }

    /** Writes what comes, one portion after the other; without a viewer, it takes none. */
    private static final class Portions implements Subscriber<List<ByteBuffer>> {

        private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
        private final @Nullable OutputStream viewer;
        private @Nullable Subscription subscription;

        private Portions(@Nullable OutputStream viewer) {
            this.viewer = viewer;
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            if (viewer == null) {
                given.cancel();
                over.complete(null);
            } else {
                given.request(1);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> portion) {
            if (viewer == null || subscription == null) {
                return;
            }
            try {
                for (ByteBuffer buffer : portion) {
                    byte[] bytes = new byte[buffer.remaining()];
                    buffer.get(bytes);
                    viewer.write(bytes);
                }
                viewer.flush();
                subscription.request(1);
            } catch (IOException | RuntimeException gone) {
                subscription.cancel();
                over.completeExceptionally(gone);
            }
        }

        @Override
        public void onError(Throwable brokenOff) {
            over.completeExceptionally(brokenOff);
        }

        @Override
        public void onComplete() {
            over.complete(null);
        }
    }
}

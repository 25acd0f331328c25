package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The way to one server. Each of its lanes is a client of the JDK's that has one request under way and so one connection: a
 * client alone would not limit them, and would ask again on another that may be just as dead.
 */
final class Road {

    private static final Set<String> REFUSED_BY_THE_CLIENT =
            Set.of("connection", "content-length", "expect", "upgrade");

    private final URI server;
    private final Duration timeout;
    private final Executor executor;
    private final Semaphore lanes;
    private final Deque<HttpClient> kept = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Road(URI server, EdgeSettings settings, Executor executor) {
        this.server = server;
        this.timeout = settings.timeout();
        this.executor = executor;
        this.lanes = new Semaphore(settings.originConnections(), true);
    }

    /** The address of a target; empty if the client would ask for something else. */
    Optional<URI> address(String target) {
        try {
            URI uri = URI.create(server.getScheme() + "://" + server.getRawAuthority() + target);
            String query = uri.getRawQuery() == null || uri.getRawQuery().isEmpty() ? "" : "?" + uri.getRawQuery();
            String asked = uri.getRawPath() + query;
            boolean plain = asked.chars().allMatch(c -> c > ' ' && c < 127);
            return plain && asked.equals(target) ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    /**
     * Asks.
     *
     * @param fields those to send, a {@code Host} included if it is not the server's own
     * @throws OriginFailure if there is no answer; with 400 if it can't be asked
     */
    OriginAnswer ask(OriginRequest request, Fields fields) throws OriginFailure {
        Upload upload = request.body() == null ? null : new Upload(request.body(), request.length(), timeout);
        HttpRequest asked = asked(request, fields, upload == null ? BodyPublishers.noBody() : upload);
        Lane lane = take();
        try {
            HttpResponse<Inbox> answer = send(lane, asked, upload);
            if (isAmbiguous(answer.headers())) {
                answer.body().close();
                throw new OriginFailure(502, new ProtocolException("two ways to tell where the body ends"));
            }
            return new OriginAnswer(answer.statusCode(), fields(answer), answer.body(), answer.body());
        } catch (OriginFailure | RuntimeException failure) {
            lane.free();
            throw failure;
        }
    }

    /** RFC 9112 §6.3: chunks are right then, but the client goes by the length. */
    private static boolean isAmbiguous(HttpHeaders headers) {
        return headers.firstValue("Transfer-Encoding").isPresent()
                && headers.firstValue("Content-Length").isPresent();
    }

    /** The clients close their connections when nobody refers to them any more; they can't be told to. */
    void close() {
        closed = true;
        kept.clear();
    }

    private HttpRequest asked(OriginRequest request, Fields fields, BodyPublisher body) throws OriginFailure {
        try {
            HttpRequest.Builder asked =
                    HttpRequest.newBuilder(address(request.target()).orElseThrow(IllegalArgumentException::new));
            asked.method(request.method(), body);
            for (Fields.Line line : fields.lines()) {
                if (!REFUSED_BY_THE_CLIENT.contains(line.name().toLowerCase(Locale.ROOT))) {
                    asked.header(line.name(), ascii(line.value()));
                }
            }
            return asked.build();
        } catch (IllegalArgumentException refused) {
            throw new OriginFailure(400, refused);
        }
    }

    /** The client would send a question mark for every other character. */
    private static String ascii(String value) {
        if (!value.chars().allMatch(c -> c < 128)) {
            throw new IllegalArgumentException("a field that can't be sent as it is");
        }
        return value;
    }

    private HttpResponse<Inbox> send(Lane lane, HttpRequest asked, Upload upload) throws OriginFailure {
        CompletableFuture<HttpResponse<Inbox>> coming =
                lane.client().sendAsync(asked, head -> new Inbox(lane::free, timeout));
        try {
            if (upload != null) {
                coming.whenComplete((answer, failure) -> upload.stop());
                upload.pump();
            }
            return coming.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException silent) {
            giveUp(coming);
            throw new OriginFailure(504, silent);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } catch (InterruptedException stopped) {
            giveUp(coming);
            Thread.currentThread().interrupt();
            throw new OriginFailure(502, stopped);
        }
    }

    private static void giveUp(CompletableFuture<HttpResponse<Inbox>> coming) {
        coming.cancel(true);
        coming.thenAccept(cameAfterAll -> cameAfterAll.body().close());
    }

    private static OriginFailure failure(Throwable cause) {
        return new OriginFailure(cause instanceof HttpTimeoutException ? 504 : 502, cause);
    }

    private Lane take() throws OriginFailure {
        try {
            if (!lanes.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new OriginFailure(504, new IOException("no connection is free"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OriginFailure(502, stopped);
        }
        HttpClient client = Optional.ofNullable(kept.pollFirst()).orElseGet(this::client);
        return new Lane(client, this::giveBack);
    }

    private void giveBack(HttpClient client) {
        if (!closed) {
            kept.addFirst(client);
        }
        lanes.release();
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(timeout)
                .executor(executor)
                .build();
    }

    private static Fields fields(HttpResponse<?> answer) {
        List<Fields.Line> lines = new ArrayList<>();
        answer.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> lines.add(new Fields.Line(name, value))));
        return new Fields(lines);
    }
}

package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where viewers come to: sends each request to what answers it. */
final class Desk {

    /** What stands in the place of bytes that are not UTF-8. */
    private static final char UNDECODED = '\uFFFD';

    private final EdgeSettings settings;
    private final ExecutorService threads;
    private final OriginClient client;
    private final Getter getter;
    private final Passing passing;
    private final Invalidations invalidations;

    Desk(EdgeSettings settings) {
        this.settings = settings;
        threads = Executors.newCachedThreadPool(Desk::thread);
        client = new OriginClient(settings, threads);
        Store store = new Store(settings.cacheBytes());
        getter = new Getter(settings, store, new Fetcher(settings, store, client, threads));
        passing = new Passing(settings, store, client);
        invalidations = new Invalidations(settings, store);
    }

    /** Answers a request. */
    void answer(Context ctx) throws IOException {
        ViewerRequest request = ViewerRequest.of(ctx);
        if (!isReadable(request.target())) {
            send(ctx, Reply.text(400, "This target has bytes that are not UTF-8.", Fields.of()));
        } else if (request.target().startsWith(Invalidations.PREFIX)) {
            invalidations.answer(ctx, request);
        } else if (Forwarding.comesRound(request.fields(), settings.name())) {
            send(ctx, Reply.text(508, "This request has been here before.", Fields.of()));
        } else if (isReading(request)) {
            read(ctx, request);
        } else {
            passing.pass(ctx, request);
        }
    }

    /** Ends what it has open. */
    void close() {
        client.close();
        threads.shutdownNow();
    }

    private void read(Context ctx, ViewerRequest request) throws IOException {
        try {
            send(ctx, getter.answer(request));
        } catch (OriginFailure failure) {
            send(ctx, Failures.answer(failure, settings.name()));
        }
    }

    private void send(Context ctx, Answer answer) {
        Reply.send(ctx, answer, settings.time().instant());
    }

    /** Whether the server could decode it; what it could not is another target now. */
    private static boolean isReadable(String target) {
        return target.indexOf(UNDECODED) < 0;
    }

    private static boolean isReading(ViewerRequest request) {
        return !request.hasBody()
                && (request.method().equals("GET") || request.method().equals("HEAD"));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "edge");
        thread.setDaemon(true);
        return thread;
    }
}

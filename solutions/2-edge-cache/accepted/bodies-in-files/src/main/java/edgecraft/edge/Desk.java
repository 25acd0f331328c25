package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where viewers come to: looks at what is stored, decides, and acts. */
final class Desk {

    private final EdgeSettings settings;
    private final Asking asking;
    private final OriginClient client;
    private final BodyFiles files = new BodyFiles();
    private final ExecutorService fetching = Executors.newCachedThreadPool(Desk::thread);
    private final Store store;
    private final Fetches fetches;
    private final Invalidations invalidations;

    Desk(EdgeSettings settings) {
        this.settings = settings;
        asking = new Asking(settings);
        client = new OriginClient(settings);
        store = new Store(settings.cacheBytes());
        fetches = new Fetches(store, settings.time(), this::begin);
        invalidations = new Invalidations(settings.invalidationToken(), fetches);
    }

    /** Answers a request. */
    void answer(Context ctx) throws IOException {
        // Jetty has set one already, by a clock of its own.
        ctx.res().setHeader("Date", HttpDate.format(settings.time().instant()));
        Optional<ViewerRequest> viewer = Targets.read(ctx);
        if (viewer.isEmpty()) {
            ctx.status(400);
        } else if (invalidations.areMeant(viewer.get())) {
            invalidations.answer(ctx, viewer.get());
        } else if (Forwarding.comesRound(viewer.get().fields(), settings.name())) {
            ctx.status(508);
        } else {
            answer(ctx, Question.of(viewer.get(), settings.policy()));
        }
    }

    /** Ends what it has open. */
    void close() throws IOException {
        fetching.shutdownNow();
        client.close();
        files.close();
    }

    private void answer(Context ctx, Question question) throws IOException {
        Reply reply = new Reply(ctx, question, settings.name());
        if (!question.isForTheStore()) {
            InputStream body = question.viewer().hasBody() ? ctx.req().getInputStream() : null;
            ask(asking.forOne(question, body), question, question.isReading() ? "bypass" : "method", reply);
            return;
        }
        boolean answered = false;
        while (!answered) {
            try (Found found = store.find(question.key(), question.asked().fields())) {
                answered = answer(question, found, reply);
            }
        }
    }

    /** Answers by a copy, or asks. False if there is news in the store, so that it is worth looking again. */
    private boolean answer(Question question, Found found, Reply reply) throws IOException {
        Instant now = settings.time().instant();
        Stored copy = found.copy();
        boolean head = question.viewer().method().equals("HEAD");
        if (copy != null && copy.isUsable(now)) {
            reply.copy(copy, CacheStatus.hit(copy, now), now);
            return true;
        }
        if (head || (copy == null && question.asked().fields().has("Range"))) {
            ask(asking.forOne(question, null), question, found.why(), reply);
            return true;
        }
        if (copy != null && Stale.mayServeWhileRefreshing(copy, now)) {
            fetches.refresh(question, copy);
            reply.copy(copy, CacheStatus.hit(copy, now), now);
            return true;
        }
        return fetch(question, reply);
    }

    private boolean fetch(Question question, Reply reply) throws IOException {
        if (question.isAuthorized()) {
            return lead(fetches.alone(question), reply);
        }
        Optional<Fetches.Ticket> ticket = fetches.join(question);
        if (ticket.isEmpty()) {
            return false;
        }
        Fetch fetch = ticket.get().fetch();
        return ticket.get().leads() ? lead(fetch, reply) : follow(fetch, question, reply);
    }

    private boolean lead(Fetch fetch, Reply reply) throws IOException {
        try {
            Arrival arrival = fetch.arrival().join();
            try {
                give(arrival, fetch, reply);
            } finally {
                arrival.dismiss();
            }
            return true;
        } finally {
            fetch.leave();
        }
    }

    private boolean follow(Fetch fetch, Question question, Reply reply) throws IOException {
        try {
            Arrival arrival = fetch.arrival().join();
            if (fetch.isShared() && !fetch.isFor(question.asked().fields())) {
                return false;
            }
            if (fetch.isShared() && !(arrival instanceof Arrival.Growing)) {
                give(arrival, fetch, reply);
                return true;
            }
            Optional<Stored> whole = fetch.isShared() ? fetch.end().join() : Optional.empty();
            if (whole.isPresent()) {
                reply.copy(
                        whole.get(),
                        CacheStatus.miss(fetch.why(), true),
                        settings.time().instant());
                return true;
            }
            return (!fetch.isShared() || fetch.wasTooLarge()) && lead(fetches.alone(question), reply);
        } finally {
            fetch.leave();
        }
    }

    private void give(Arrival arrival, Fetch fetch, Reply reply) throws IOException {
        if (arrival instanceof Arrival.Passing passing) {
            OriginAnswer answer = passing.answer();
            give(answer, passing.fields(), CacheStatus.miss(fetch.why(), false), reply);
        } else if (arrival instanceof Arrival.Growing growing) {
            CacheStatus how = CacheStatus.miss(fetch.why(), !fetch.isCancelled());
            reply.pass(growing.status(), growing.fields(), how, growing.body()::copyTo);
        } else if (arrival instanceof Arrival.Copy copy) {
            reply.copy(copy.stored(), copy.status(), settings.time().instant());
        } else if (arrival instanceof Arrival.Failed failed) {
            reply.error(failed.status(), fetch.why());
        }
    }

    private static void give(OriginAnswer answer, Fields fields, CacheStatus how, Reply reply) {
        reply.pass(answer.status(), fields, how, out -> Pieces.copy(answer.body(), out));
    }

    /** Asks for this viewer alone, and keeps nothing. */
    private void ask(OriginRequest request, Question question, String why, Reply reply) {
        OriginAnswer answer;
        try {
            answer = client.ask(request);
        } catch (OriginFailure failure) {
            reply.error(failure.status(), why);
            return;
        }
        try {
            if (!question.isSafe() && answer.status() >= 200 && answer.status() < 400) {
                fetches.invalidate(question.key()::isFor);
            }
            Fields fields = Forwarding.toViewer(answer.fields(), settings.name());
            give(answer, fields, CacheStatus.miss(why, false), reply);
        } finally {
            answer.hangUp();
        }
    }

    private void begin(Fetch fetch) {
        Fetcher fetcher = new Fetcher(settings, asking, client, files, fetches);
        fetching.execute(() -> fetcher.make(fetch));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "edge-fetch");
        thread.setDaemon(true);
        return thread;
    }
}

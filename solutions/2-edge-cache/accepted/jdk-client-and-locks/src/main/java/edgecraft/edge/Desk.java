package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Servers;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where viewers come to: sends each of them to who answers, and passes on what nobody may keep. */
final class Desk {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final EdgeSettings settings;
    private final ExecutorService executor = Executors.newCachedThreadPool(Threads.daemons("edge-fetch"));
    private final OriginClient origin;
    private final Asking asking;
    private final Forgetting forgetting;
    private final Office office;
    private final Counter counter;

    Desk(EdgeSettings settings) {
        Store store = new Store(settings.cacheBytes(), new PopularStay(settings.cacheBytes()));
        Flights flights = new Flights();
        this.settings = settings;
        origin = new OriginClient(settings);
        asking = new Asking(settings, origin);
        forgetting = new Forgetting(store, flights);
        office = new Office(settings.invalidationToken(), forgetting);
        counter = new Counter(settings, store, flights, asking, executor);
    }

    /** Answers a request. */
    void answer(Context ctx) {
        // Jetty has set one already, by a clock of its own.
        ctx.res().setHeader("Date", HttpDate.format(settings.time().instant()));
        ViewerRequest sent = ViewerRequest.of(ctx);
        Visit visit = visit(ctx, sent);
        try {
            answer(sent, visit).deliver(visit);
        } catch (IOException brokeOff) {
            Servers.hangUp(ctx);
        } catch (RuntimeException mistake) {
            if (ctx.res().isCommitted()) {
                Servers.hangUp(ctx);
            }
            throw mistake;
        }
    }

    /** Ends what it has open. */
    void close() {
        executor.shutdownNow();
        origin.close();
    }

    private Answer answer(ViewerRequest sent, Visit visit) throws IOException {
        if (Office.isFor(sent)) {
            return office.answer(visit);
        }
        if (Forwarding.comesRound(sent.fields(), settings.name())) {
            return new OwnAnswer(508, Fields.of());
        }
        if (!origin.canAskFor(sent.target())) {
            return new OwnAnswer(400, Fields.of());
        }
        if (sent.hasBody() || !isRead(sent)) {
            return pass(sent, visit);
        }
        return visit.isHead() ? counter.head(visit.request(), visit.key()) : counter.get(visit.request(), visit.key());
    }

    private Visit visit(Context ctx, ViewerRequest sent) {
        Fields fields = Forwarding.counting(sent.fields(), settings.policy().headers());
        ViewerRequest request = sent.withFields(isRead(sent) ? AcceptEncoding.normalised(fields) : fields);
        return new Visit(ctx, request, CacheKey.of(request, settings.policy()));
    }

    private Answer pass(ViewerRequest sent, Visit visit) throws IOException {
        String why = isRead(sent) ? "bypass" : "method";
        try {
            OriginAnswer answer = ask(sent, visit);
            if (!SAFE.contains(sent.method()) && answer.status() >= 200 && answer.status() < 400) {
                forgetting.forget(visit.key()::isFor);
            }
            return asking.passing(answer, why);
        } catch (OriginFailure failure) {
            return asking.failed(failure, why);
        }
    }

    private OriginAnswer ask(ViewerRequest sent, Visit visit) throws IOException {
        ViewerRequest request = isRead(sent) ? asForTheKey(visit) : visit.request();
        if (!sent.hasBody()) {
            return asking.asSent(request);
        }
        HttpServletRequest servlet = visit.ctx().req();
        return asking.asSent(request, servlet.getInputStream(), servlet.getContentLengthLong());
    }

    /** What a {@code GET} or {@code HEAD} asks without its body. */
    private static ViewerRequest asForTheKey(Visit visit) {
        ViewerRequest request = visit.request();
        Fields fields = Validation.withoutConditions(request.fields());
        return new ViewerRequest(request.method(), visit.key().target(), request.host(), request.address(), fields);
    }

    private static boolean isRead(ViewerRequest request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }
}

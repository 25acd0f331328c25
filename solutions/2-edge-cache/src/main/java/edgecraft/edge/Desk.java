package edgecraft.edge;

import edgecraft.edge.Flights.Flight;
import edgecraft.edge.Flights.Outcome;
import edgecraft.kit.EdgeSettings;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Where viewers come to: looks at what is stored, decides, and acts. */
final class Desk {

    /** RFC 9110 §9.2.1. */
    private static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Who has waited so often for others goes alone. */
    private static final int MOST_WAITS = 3;

    private final EdgeSettings settings;
    private final OriginClient origin;
    private final Store store;
    private final Flights flights = new Flights();
    private final ExecutorService threads = Executors.newCachedThreadPool(Desk::thread);
    private final Fetching fetching;
    private final Invalidations invalidations;

    Desk(EdgeSettings settings) {
        this.settings = settings;
        this.origin = new OriginClient(settings);
        this.store = new Store(settings.cacheBytes());
        this.fetching = new Fetching(settings, origin, store, threads);
        this.invalidations = new Invalidations(settings.invalidationToken(), which -> {
            store.drop(which);
            flights.leaveBehind(which);
        });
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "edge-fetch");
        thread.setDaemon(true);
        return thread;
    }

    /** Answers a request. */
    void answer(Context ctx) {
        ViewerRequest sent = ViewerRequest.of(ctx);
        ViewerRequest request = sent.withFields(Forwarding.withoutListed(sent.fields()));
        Reply reply = new Reply(ctx, request, settings);
        if (Invalidations.areMeant(request)) {
            invalidations.answer(ctx, request);
        } else if (!isAscii(request.target())) {
            reply.own(400);
        } else if (Forwarding.comesRound(sent.fields(), settings.name())) {
            reply.own(508);
        } else if (isRead(request)) {
            read(request.withFields(AcceptEncoding.normalised(request.fields())), ctx, reply);
        } else {
            passOn(request, "method", ctx, reply);
        }
    }

    /** RFC 9112 §3.2: other characters come percent-encoded. The client could not send them on as they are. */
    private static boolean isAscii(String target) {
        return target.chars().allMatch(c -> c < 0x7f);
    }

    private static boolean isRead(ViewerRequest request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    private void read(ViewerRequest request, Context ctx, Reply reply) {
        CacheKey key = CacheKey.of(request, settings.policy());
        store.ask(key);
        for (int waits = 0; ; waits++) {
            Decision decision = decide(request, key);
            if (decision instanceof Decision.Serve serve) {
                reply.stored(serve.stored(), hit(serve.stored()));
                return;
            } else if (decision instanceof Decision.ServeAndRefresh serve) {
                refreshLater(request, key);
                reply.stored(serve.stored(), hit(serve.stored()));
                return;
            } else if (decision instanceof Decision.PassOn pass) {
                passOn(request, pass.why(), ctx, reply);
                return;
            } else if (waits == MOST_WAITS || request.fields().has("Authorization")) {
                fetch(request, key, copyToAskAbout(decision), Flights.ofOne(), reply);
                return;
            } else if (fetchWithOthers(request, key, reply)) {
                return;
            }
        }
    }

    /** Fetches for all who want the same now, or waits for who does. Whether the viewer has been answered. */
    private boolean fetchWithOthers(ViewerRequest request, CacheKey key, Reply reply) {
        Flight flight = flights.join(store.slot(key, request.fields()));
        if (!flight.begin()) {
            return isAnsweredAfter(flight, request, key, reply);
        }
        // Perhaps another flight landed between looking and beginning.
        Decision now = decide(request, key);
        if (now instanceof Decision.Serve) {
            flight.land(Outcome.SHARED);
            return false;
        }
        fetch(request, key, copyToAskAbout(now), flight, reply);
        return true;
    }

    private boolean isAnsweredAfter(Flight flight, ViewerRequest request, CacheKey key, Reply reply) {
        try {
            if (flight.await() != Outcome.ALONE) {
                return false;
            }
            fetch(request, key, copyToAskAbout(decide(request, key)), Flights.ofOne(), reply);
        } catch (OriginFailure failure) {
            reply.failure(failure, CacheStatus.error("uri-miss; collapsed"));
        }
        return true;
    }

    private void fetch(ViewerRequest request, CacheKey key, @Nullable Stored old, Flight flight, Reply reply) {
        String why = old != null ? "stale" : store.knows(key) ? "vary-miss" : "uri-miss";
        try {
            Fetched fetched = fetching.fetch(request, key, old, flight);
            if (fetched instanceof Fetched.Copy copy) {
                reply.stored(copy.stored(), copy.status());
            } else if (fetched instanceof Fetched.Filling filling) {
                reply.filling(filling, CacheStatus.miss(why, true));
            } else if (fetched instanceof Fetched.Direct direct) {
                reply.direct(direct.answer(), CacheStatus.miss(why, false));
            }
        } catch (OriginFailure failure) {
            reply.failure(failure, CacheStatus.error(why));
        }
    }

    /** One refresh for all who are served the old copy meanwhile; no viewer can end it. */
    private void refreshLater(ViewerRequest request, CacheKey key) {
        Flight flight = flights.join(store.slot(key, request.fields()));
        if (flight.begin()) {
            threads.execute(() -> refresh(request, key, flight));
        }
    }

    private void refresh(ViewerRequest request, CacheKey key, Flight flight) {
        Decision now = decide(request, key);
        if (now instanceof Decision.Serve) {
            flight.land(Outcome.SHARED);
            return;
        }
        try {
            Fetched fetched = fetching.fetch(request, key, copyToAskAbout(now), flight);
            if (fetched instanceof Fetched.Filling filling) {
                filling.fill().leave();
            } else if (fetched instanceof Fetched.Direct direct) {
                direct.answer().hangUp();
            }
        } catch (OriginFailure noNews) {
            // The copy goes on being stale, and the next viewer asks again.
        }
    }

    /** Asks the origin for one viewer; what is stored stays as it is, unless the request has changed something there. */
    private void passOn(ViewerRequest request, String why, Context ctx, Reply reply) {
        try {
            OriginAnswer answer = origin.ask(question(request, ctx));
            if (answer.status() < 400 && !SAFE.contains(request.method())) {
                CacheKey written = CacheKey.of(request, settings.policy());
                store.drop(written::isFor);
                flights.leaveBehind(written::isFor);
            }
            reply.direct(answer, CacheStatus.miss(why, false));
        } catch (OriginFailure failure) {
            reply.failure(failure, CacheStatus.error(why));
        }
    }

    private OriginRequest question(ViewerRequest request, Context ctx) {
        Fields fields =
                Forwarding.toOrigin(request, settings.name(), settings.policy().headers());
        if (isRead(request)) {
            fields = fields.without("If-None-Match", "If-Modified-Since");
        }
        String target = isRead(request) ? CacheKey.target(request, settings.policy()) : request.target();
        if (!request.hasBody()) {
            return OriginRequest.of(request.method(), target, request.host(), fields);
        }
        try {
            return new OriginRequest(
                    request.method(),
                    target,
                    request.host(),
                    fields,
                    ctx.req().getInputStream(),
                    ctx.req().getContentLengthLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Decision decide(ViewerRequest request, CacheKey key) {
        return Decision.of(
                request, store.find(key, request.fields()), settings.time().instant());
    }

    private CacheStatus hit(Stored stored) {
        return CacheStatus.hit(stored, settings.time().instant());
    }

    private static @Nullable Stored copyToAskAbout(Decision decision) {
        if (decision instanceof Decision.Refresh refresh) {
            return refresh.stored();
        }
        return decision instanceof Decision.ServeAndRefresh refresh ? refresh.stored() : null;
    }

    /** Ends what it has open. */
    void close() {
        threads.shutdownNow();
        try {
            origin.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

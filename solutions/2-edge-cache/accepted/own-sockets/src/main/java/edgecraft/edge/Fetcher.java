package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** Makes fetches: asks the origin, decides what becomes of its answer, and tells those who wait. */
final class Fetcher {

    private static final Set<Integer> GONE = Set.of(404, 410);

    private final EdgeSettings settings;
    private final Store store;
    private final OriginClient client;
    private final ExecutorService threads;

    Fetcher(EdgeSettings settings, Store store, OriginClient client, ExecutorService threads) {
        this.settings = settings;
        this.store = store;
        this.client = client;
        this.threads = threads;
    }

    /** Makes a fetch behind everybody's back. */
    void refresh(Fetch fetch, ViewerRequest request) {
        threads.execute(() -> {
            try (InputStream unread = fetch(fetch, request).body()) {
                // What was fetched goes into the store without a reader.
            } catch (IOException failed) {
                // The next viewer will find out.
            }
        });
    }

    /** Makes a fetch, and returns what its own viewer gets. */
    Answer fetch(Fetch fetch, ViewerRequest request) throws OriginFailure {
        try {
            return settle(new Arrival(fetch, request, ask(fetch, request), now()));
        } catch (OriginFailure failure) {
            return withoutOrigin(fetch, failure);
        } catch (RuntimeException bug) {
            store.end(fetch);
            throw bug;
        } finally {
            fetch.settle(new Verdict.Alone());
        }
    }

    /** What the viewer of a shared answer gets. */
    Answer shared(Verdict.Shared shared) {
        boolean fromStore = !shared.status().result().equals("Miss");
        Fields fields = fromStore
                ? shared.status().in(shared.stored(), now(), settings.name())
                : shared.status().in(shared.stored().fields(), settings.name());
        return shared.answer(fields);
    }

    private OriginAnswer ask(Fetch fetch, ViewerRequest request) throws OriginFailure {
        Copy basis = fetch.basis();
        Fields conditions = basis == null ? Fields.of() : Validation.conditions(basis.stored());
        OriginAnswer answer = client.ask(question(fetch, request, conditions), null);
        if (basis != null && answer.status() == 304 && !Validation.isAbout(basis.stored(), answer.fields())) {
            answer.hangUp();
            return client.ask(question(fetch, request, Fields.of()), null);
        }
        return answer;
    }

    private OriginRequest question(Fetch fetch, ViewerRequest request, Fields conditions) {
        Fields fields =
                Forwarding.toOrigin(request, settings.name(), settings.policy().headers());
        for (Fields.Line line : conditions.lines()) {
            fields = fields.with(line.name(), line.value());
        }
        return OriginRequest.of(request.method(), fetch.key().target(), request.host(), fields);
    }

    private Answer settle(Arrival arrival) {
        Fetch fetch = arrival.fetch();
        int status = arrival.answer().status();
        Copy basis = fetch.basis();
        if (basis != null && status == 304) {
            arrival.answer().hangUp();
            return confirm(arrival, basis.stored());
        }
        if (basis != null && Stale.mayServeInsteadOf(status, basis.stored(), arrival.received())) {
            arrival.answer().hangUp();
            return rest(fetch, basis.stored());
        }
        Fields fields = arrival.fields(settings.name());
        // By the fields as sent: what Connection hides from viewers counts here.
        boolean storable = Storing.mayStore(
                arrival.request(), status, arrival.answer().fields(), arrival.received(), settings.policy());
        return storable ? take(arrival, fields) : pass(arrival, fields);
    }

    /** The origin says that the copy is good. */
    private Answer confirm(Arrival arrival, Stored old) {
        Fetch fetch = arrival.fetch();
        Fields news = arrival.fields(settings.name());
        Stored fresh = old.freshened(news, fetch.asked(), arrival.received(), settings.policy());
        Verdict.Shared verdict = new Verdict.Shared(fresh, CacheStatus.refreshHit());
        if (Storing.mayStore(
                arrival.request(), fresh.status(), fresh.fields(), arrival.received(), settings.policy())) {
            store.exchange(fetch, fresh);
            if (fresh.isUsable(arrival.received())) {
                fetch.settle(verdict);
            }
        } else if (Storing.isPersonal(arrival.request(), settings.policy())) {
            store.end(fetch);
        } else {
            store.endAndDrop(fetch);
        }
        return shared(verdict);
    }

    /** The origin failed, and the copy does for a while. */
    private Answer rest(Fetch fetch, Stored stale) {
        Instant now = now();
        Stored resting = stale.resting(now.plus(settings.policy().errorTtl()));
        Verdict.Shared verdict = new Verdict.Shared(resting, CacheStatus.hit(resting, now));
        store.exchange(fetch, resting);
        fetch.settle(verdict);
        return shared(verdict);
    }

    /** An answer that is kept, if there is room. */
    private Answer take(Arrival arrival, Fields fields) {
        long length = arrival.length();
        if (length > 0 && !store.transit().take(length)) {
            return pass(arrival, fields);
        }
        Fetch fetch = arrival.fetch();
        Body body = new Body(length);
        Stored stored = Stored.of(
                arrival.answer().status(), fields, body, fetch.asked(), arrival.received(), settings.policy());
        Verdict.Shared verdict = new Verdict.Shared(stored, CacheStatus.miss(fetch.why(), true));
        Answer result = shared(verdict);
        begin(new Filling(store, fetch, stored, arrival.answer(), length), length == 0);
        if (stored.isUsable(arrival.received())) {
            fetch.settle(verdict);
        }
        return result;
    }

    /** What is empty is complete with its head, and so has to be in the store before that is sent. */
    private void begin(Filling filling, boolean empty) {
        if (empty) {
            filling.run();
        } else {
            threads.execute(filling);
        }
    }

    /** An answer that is for one viewer alone. */
    private Answer pass(Arrival arrival, Fields fields) {
        Fetch fetch = arrival.fetch();
        int status = arrival.answer().status();
        boolean personal = Storing.isPersonal(arrival.request(), settings.policy());
        if (GONE.contains(status) || status < 400 && !personal) {
            store.endAndDrop(fetch);
        } else {
            store.end(fetch);
        }
        Fields told = CacheStatus.miss(fetch.why(), false).in(fields, settings.name());
        return new Answer(status, told, new PassingBody(arrival.answer()));
    }

    private Answer withoutOrigin(Fetch fetch, OriginFailure failure) throws OriginFailure {
        Copy basis = fetch.basis();
        if (basis != null && Stale.mayServeWithoutOrigin(basis.stored(), now())) {
            return rest(fetch, basis.stored());
        }
        store.end(fetch);
        fetch.settle(new Verdict.Failed(failure.status()));
        throw failure;
    }

    private Instant now() {
        return settings.time().instant();
    }
}

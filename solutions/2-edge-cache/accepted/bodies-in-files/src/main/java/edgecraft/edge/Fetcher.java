package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Makes a fetch: asks the origin, decides what its answer is good for, and keeps what may be kept. */
final class Fetcher {

    private final EdgeSettings settings;
    private final Asking asking;
    private final OriginClient client;
    private final BodyFiles files;
    private final Fetches fetches;

    Fetcher(EdgeSettings settings, Asking asking, OriginClient client, BodyFiles files, Fetches fetches) {
        this.settings = settings;
        this.asking = asking;
        this.client = client;
        this.files = files;
        this.fetches = fetches;
    }

    /** Makes this one, from its beginning to its end. */
    void make(Fetch fetch) {
        try {
            receive(fetch, ask(fetch));
        } catch (OriginFailure failure) {
            doWithout(fetch, failure);
        } catch (IOException | RuntimeException | Error e) {
            fetch.arrival().completeExceptionally(e);
        } finally {
            fetches.over(fetch);
            fetch.end().complete(Optional.empty());
            fetch.leave();
        }
    }

    private OriginAnswer ask(Fetch fetch) throws OriginFailure {
        Optional<Stored> stale = fetch.stale();
        OriginAnswer answer = client.ask(asking.forAll(fetch.question(), stale));
        if (answer.status() == 304 && stale.isPresent() && !Validation.isAbout(stale.get(), answer.fields())) {
            answer.hangUp();
            return client.ask(asking.forAll(fetch.question(), Optional.empty()));
        }
        return answer;
    }

    private void receive(Fetch fetch, OriginAnswer answer) throws IOException {
        Instant now = settings.time().instant();
        Fields fields = Forwarding.toViewer(answer.fields(), settings.name());
        Optional<Stored> stale = fetch.stale();
        if (stale.isPresent() && answer.status() == 304) {
            answer.hangUp();
            confirm(fetch, stale.get(), fields, now);
        } else if (stale.isPresent() && Stale.mayServeInsteadOf(answer.status(), stale.get(), now)) {
            answer.hangUp();
            rest(fetch, stale.get(), now);
        } else if (mayKeep(fetch, answer, fields, now)) {
            keep(fetch, answer, fields, now);
        } else {
            pass(fetch, answer, fields);
        }
    }

    private boolean mayKeep(Fetch fetch, OriginAnswer answer, Fields fields, Instant now) {
        // By the fields as sent: what Connection hides from viewers counts here.
        return Lengths.of(fields) <= settings.cacheBytes()
                && Storing.mayStore(fetch.question().asked(), answer.status(), answer.fields(), now, settings.policy());
    }

    private void confirm(Fetch fetch, Stored stale, Fields notModified, Instant now) {
        Question question = fetch.question();
        Stored fresh = stale.freshened(notModified, question.asked().fields(), now, settings.policy());
        fetches.tell(fetch, fresh.variant(), fresh.isUsable(now));
        if (Storing.mayStore(question.asked(), fresh.status(), fresh.fields(), now, settings.policy())) {
            fetches.renew(fetch, stale, fresh);
        } else if (Storing.isForbidden(fresh.fields())) {
            fetch.keepApart();
            fetches.drop(fetch);
        } else {
            fetch.keepApart();
        }
        fetch.arrival().complete(new Arrival.Copy(fresh, CacheStatus.refreshHit()));
    }

    private void rest(Fetch fetch, Stored stale, Instant now) {
        fetches.renew(fetch, stale, stale.resting(now.plus(settings.policy().errorTtl())));
        fetch.arrival().complete(new Arrival.Copy(stale, CacheStatus.hit(stale, now)));
    }

    private void doWithout(Fetch fetch, OriginFailure failure) {
        Instant now = settings.time().instant();
        Optional<Stored> stale = fetch.stale().filter(copy -> Stale.mayServeWithoutOrigin(copy, now));
        if (stale.isPresent()) {
            rest(fetch, stale.get(), now);
        } else {
            fetches.over(fetch);
            fetch.arrival().complete(new Arrival.Failed(failure.status()));
        }
    }

    /** An answer that is not for the store: the first viewer gets it. What it tells about the copy before it holds. */
    private void pass(Fetch fetch, OriginAnswer answer, Fields fields) {
        int status = answer.status();
        boolean personal = Storing.isPersonal(fetch.question().asked(), settings.policy());
        if (status == 404 || status == 410 || (status < 400 && Storing.isForbidden(fields) && !personal)) {
            fetches.drop(fetch);
        }
        fetch.keepApart();
        fetches.over(fetch);
        fetch.arrival().complete(new Arrival.Passing(answer, fields));
    }

    private void keep(Fetch fetch, OriginAnswer answer, Fields fields, Instant now) throws IOException {
        Body body = files.create();
        fetch.keep(body);
        Fields request = fetch.question().asked().fields();
        Stored stored = Stored.of(answer.status(), fields, body, request, now, settings.policy());
        fetches.tell(fetch, stored.variant(), stored.isUsable(now));
        try (GrowingBody growing = new GrowingBody(body, Lengths.of(fields))) {
            fetch.arrival().complete(new Arrival.Growing(answer.status(), fields, growing));
            if (fill(fetch, growing, answer)) {
                fetches.store(fetch, stored);
                growing.complete();
                fetch.end().complete(Optional.of(stored));
            }
        }
    }

    /** Whether all of it came, and is not too much. */
    private boolean fill(Fetch fetch, GrowingBody growing, OriginAnswer answer) {
        byte[] piece = new byte[Body.PIECE];
        try {
            for (int count = answer.body().read(piece);
                    count >= 0;
                    count = answer.body().read(piece)) {
                growing.append(piece, count);
                if (growing.size() > settings.cacheBytes()) {
                    fetch.markTooLarge();
                    fetches.over(fetch);
                    growing.handOver(answer);
                    return false;
                }
            }
            answer.hangUp();
            return true;
        } catch (IOException broken) {
            answer.hangUp();
            fetches.over(fetch);
            growing.breakOff();
            return false;
        }
    }
}

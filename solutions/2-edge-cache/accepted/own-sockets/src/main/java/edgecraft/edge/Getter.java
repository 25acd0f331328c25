package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import edgecraft.kit.EdgeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Answers {@code GET} and {@code HEAD}: from the store, with others, or alone. */
final class Getter {

    private final EdgeSettings settings;
    private final Store store;
    private final Fetcher fetcher;

    Getter(EdgeSettings settings, Store store, Fetcher fetcher) {
        this.settings = settings;
        this.store = store;
        this.fetcher = fetcher;
    }

    /** What a viewer gets who asks like this. */
    Answer answer(ViewerRequest sent) throws IOException {
        Fields counted = Forwarding.ofViewer(sent.fields(), settings.policy().headers());
        Fields asked = fieldsThatCount(sent.fields(), settings.policy());
        ViewerRequest request = sent.withFields(asked);
        boolean alone = request.method().equals("HEAD") || asked.has("Authorization") || Storing.isForSomeOnly(asked);
        Answer answer = alone ? getAlone(request) : get(request);
        boolean known = answer.status() == 200 || answer.status() == 206;
        return known && Validation.isKnown(counted, answer.fields())
                ? answer.bare(304, Validation.ofNotModified(answer.fields()))
                : answer;
    }

    /** What of a viewer's fields decides what the origin answers: conditions are the edge's to judge. */
    static Fields fieldsThatCount(Fields sent, CachePolicy policy) {
        return AcceptEncoding.normalised(Forwarding.ofViewer(sent, policy.headers()))
                .without("If-None-Match", "If-Modified-Since");
    }

    /** With all others who want the same. */
    Answer get(ViewerRequest request) throws IOException {
        while (true) {
            Found found = store.look(keyOf(request), request.fields(), now());
            if (found instanceof Found.Hit hit) {
                if (hit.refresh() != null) {
                    fetcher.refresh(hit.refresh(), request);
                }
                return fromStore(hit.stored(), request);
            }
            if (found instanceof Found.Lead lead) {
                return fetcher.fetch(lead.fetch(), request);
            }
            Optional<Answer> answer = waitFor(((Found.Join) found).fetch(), request);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    /** For one viewer only. */
    Answer getAlone(ViewerRequest request) throws IOException {
        boolean asksAboutCopy = request.method().equals("GET") && !Storing.isForSomeOnly(request.fields());
        Found found = store.lookAlone(keyOf(request), request.fields(), now(), asksAboutCopy);
        return found instanceof Found.Hit hit
                ? fromStore(hit.stored(), request)
                : fetcher.fetch(((Found.Lead) found).fetch(), request);
    }

    /** Empty if the answer is another variant, so that the store has to be asked again. */
    private Optional<Answer> waitFor(Fetch fetch, ViewerRequest request) throws IOException {
        Verdict verdict = fetch.await();
        if (verdict instanceof Verdict.Failed failed) {
            throw new OriginFailure(failed.status(), new IOException("the fetch of another viewer failed"));
        }
        if (verdict instanceof Verdict.Shared shared) {
            return shared.stored().variant().isFor(request.fields())
                    ? Optional.of(follow(shared, request))
                    : Optional.empty();
        }
        return Optional.of(getAlone(request));
    }

    private Answer follow(Verdict.Shared shared, ViewerRequest request) {
        Answer answer = fetcher.shared(shared);
        FollowedBody.Successor successor = alone -> alone ? getAlone(request) : get(request);
        InputStream body = new FollowedBody(shared.stored(), answer.body(), successor);
        return new Answer(answer.status(), answer.fields(), body);
    }

    private Answer fromStore(Stored stored, ViewerRequest request) throws IOException {
        Instant now = now();
        Fields fields = CacheStatus.hit(stored, now).in(stored, now, settings.name());
        if (request.method().equals("HEAD")) {
            return new Answer(stored.status(), fields, InputStream.nullInputStream());
        }
        Answer whole = new Answer(stored.status(), fields, stored.body().open());
        Optional<Part> part = partFor(stored, request.fields());
        return part.isPresent() ? cut(whole, part.get()) : whole;
    }

    private static Optional<Part> partFor(Stored stored, Fields request) {
        boolean asked = request.values("Range").size() == 1 && stored.status() == 200;
        return asked && Part.isAllowed(request, stored.fields())
                ? Part.of(request.first("Range").orElseThrow(), stored.body().length())
                : Optional.empty();
    }

    private static Answer cut(Answer whole, Part part) throws IOException {
        Fields fields = whole.fields().replacing("Content-Range", part.contentRange());
        if (part.isEmpty()) {
            return whole.bare(416, fields.replacing("Content-Length", "0"));
        }
        Fields ofPart = fields.replacing("Content-Length", Long.toString(part.size()));
        return new Answer(206, ofPart, new PartOfBody(whole.body(), part));
    }

    private CacheKey keyOf(ViewerRequest request) {
        return CacheKey.of(request, settings.policy());
    }

    private Instant now() {
        return settings.time().instant();
    }
}

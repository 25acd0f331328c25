package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Passes requests on that the store has nothing to do with, and drops what they may have changed. */
final class Passing {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final EdgeSettings settings;
    private final Store store;
    private final OriginClient client;

    Passing(EdgeSettings settings, Store store, OriginClient client) {
        this.settings = settings;
        this.store = store;
        this.client = client;
    }

    /** Asks the origin, and sends what it says. */
    void pass(Context ctx, ViewerRequest request) throws IOException {
        Upload upload = uploadOf(ctx, request);
        try {
            send(ctx, ask(request, upload));
        } catch (OriginFailure failure) {
            send(ctx, Failures.answer(failure, settings.name()));
        } finally {
            if (upload != null) {
                upload.awaitEnd();
            }
        }
    }

    private void send(Context ctx, Answer answer) {
        Reply.send(ctx, answer, settings.time().instant());
    }

    private Answer ask(ViewerRequest sent, @Nullable Upload upload) throws OriginFailure {
        boolean reads = READING.contains(sent.method());
        ViewerRequest request =
                reads ? sent.withFields(Getter.fieldsThatCount(sent.fields(), settings.policy())) : sent;
        String target = reads ? CacheKey.target(request, settings.policy()) : request.target();
        Fields fields =
                Forwarding.toOrigin(request, settings.name(), settings.policy().headers());
        OriginAnswer answer = client.ask(OriginRequest.of(request.method(), target, request.host(), fields), upload);
        if (!SAFE.contains(request.method()) && answer.status() < 400) {
            CacheKey own = CacheKey.of(request, settings.policy());
            store.drop(own::isFor);
        }
        String why = reads ? "bypass" : "method";
        Fields told =
                CacheStatus.miss(why, false).in(Forwarding.toViewer(answer.fields(), settings.name()), settings.name());
        return new Answer(answer.status(), told, new PassingBody(answer));
    }

    private static @Nullable Upload uploadOf(Context ctx, ViewerRequest request) throws IOException {
        if (!request.hasBody()) {
            return null;
        }
        long length = request.fields().has("Transfer-Encoding") ? -1 : ctx.req().getContentLengthLong();
        return new Upload(ctx.req().getInputStream(), length);
    }
}

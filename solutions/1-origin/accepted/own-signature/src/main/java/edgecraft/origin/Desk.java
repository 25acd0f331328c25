package edgecraft.origin;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where viewers ask. */
final class Desk {

    /** An object that is another one each time it is fetched can't be served. */
    private static final int TRIES = 5;

    private final Store store;
    private final ObjectKey rootObject;
    private final ObjectKey errorPage;

    Desk(Store store, String rootObject, String errorPage) {
        this.store = store;
        this.rootObject = new ObjectKey(rootObject);
        this.errorPage = new ObjectKey(errorPage);
    }

    /** Answers one request. */
    void serve(Context ctx) throws IOException {
        boolean head = ctx.method().name().equals("HEAD");
        if (!head && !ctx.method().name().equals("GET")) {
            ctx.header("Allow", "GET, HEAD").status(405);
            return;
        }
        Optional<ObjectKey> key = ctx.path().equals("/") ? Optional.of(rootObject) : ObjectKey.in(ctx.path());
        if (key.isEmpty()) {
            ctx.status(400);
            return;
        }
        try {
            if (key.get().hasDotSegment() || !serve(ctx, key.get(), head)) {
                serveErrorPage(ctx, head);
            }
        } catch (StoreException failure) {
            // What has begun just ends: the server hangs up, because bytes are missing. An exception would add words to
            // them.
            if (!ctx.res().isCommitted()) {
                ctx.res().reset();
                ctx.status(failure.status());
            }
        }
    }

    /** Asks what there is, plans, and does so; again if the object has become another one in between. */
    private boolean serve(Context ctx, ObjectKey key, boolean head) throws IOException {
        Function<String, Optional<String>> viewer =
                name -> head && name.equals("Range") ? Optional.empty() : Optional.ofNullable(ctx.header(name));
        for (int i = 0; i < TRIES; i++) {
            Optional<Meta> seen = store.describe(key);
            if (seen.isEmpty()) {
                return false;
            }
            Meta object = seen.get();
            Plan plan = Plan.of(viewer, object);
            if (head || plan.status() >= 300 || plan.count() == 0) {
                begin(ctx, plan, object);
                return true;
            }
            Optional<Reply> reply = store.fetch(key, request(plan, object));
            if (reply.isEmpty()) {
                return false;
            }
            try (Reply body = reply.get()) {
                if (body.status() == plan.status()) {
                    begin(ctx, plan, object);
                    body.passTo(ctx.outputStream());
                    return true;
                }
                if (body.status() != 412) {
                    throw StoreException.answered(body.status());
                }
            }
        }
        throw StoreException.answered(412);
    }

    private static Map<String, String> request(Plan plan, Meta object) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("If-Match", object.tag());
        if (plan.status() == 206) {
            fields.put("Range", "bytes=%d-%d".formatted(plan.first(), plan.first() + plan.count() - 1));
        }
        return fields;
    }

    /** Fetched even for {@code HEAD}: an answer without a body would not tell whether only a page is missing. */
    private void serveErrorPage(Context ctx, boolean head) throws IOException {
        ctx.status(404);
        Optional<Reply> reply = store.fetch(errorPage, Map.of());
        if (reply.isPresent()) {
            try (Reply page = reply.get()) {
                Meta object = Meta.of(page);
                object.fields().forEach(ctx::header);
                ctx.header("Content-Length", Long.toString(object.length()));
                if (!head) {
                    page.passTo(ctx.outputStream());
                }
            }
        }
    }

    private static void begin(Context ctx, Plan plan, Meta object) {
        ctx.status(plan.status());
        switch (plan.status()) {
            case 200, 206 -> {
                object.fields().forEach(ctx::header);
                ctx.header("Accept-Ranges", "bytes").header("Content-Length", Long.toString(plan.count()));
                if (plan.status() == 206) {
                    long last = plan.first() + plan.count() - 1;
                    ctx.header("Content-Range", "bytes %d-%d/%d".formatted(plan.first(), last, object.length()));
                }
            }
            case 304 -> {
                ctx.header("Content-Length", Long.toString(object.length()));
                object.fields().forEach((name, value) -> {
                    if (!name.startsWith("Content-")) {
                        ctx.header(name, value);
                    }
                });
            }
            case 416 -> ctx.header("Content-Range", "bytes */" + object.length());
            default -> {}
        }
    }
}

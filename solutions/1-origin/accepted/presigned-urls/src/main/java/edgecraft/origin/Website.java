package edgecraft.origin;

import edgecraft.kit.OriginSettings;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows the bucket. */
final class Website {

    private static final List<String> OF_THE_OBJECT = List.of("ETag", "Last-Modified", "Cache-Control", "Expires");

    private static final List<String> OF_THE_BODY = List.of(
            "Content-Type",
            "Content-Length",
            "Content-Range",
            "Content-Encoding",
            "Content-Language",
            "Content-Disposition");

    /** An object that is replaced again and again, each time between look and fetch, is given up. */
    private static final int TRIES = 5;

    private final PresignedBucket bucket;
    private final OriginSettings settings;

    Website(PresignedBucket bucket, OriginSettings settings) {
        this.bucket = bucket;
        this.settings = settings;
    }

    void answer(Context ctx) throws IOException {
        String method = ctx.method().name();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            ctx.status(405).header("Allow", "HEAD, GET");
            return;
        }
        try {
            show(ctx, method.equals("HEAD"));
        } catch (BucketFailure failure) {
            if (!ctx.res().isCommitted()) {
                ctx.res().reset();
                ctx.status(failure.status());
            } // else there are fewer bytes than announced, and the server hangs up
        }
    }

    private void show(Context ctx, boolean head) throws IOException {
        Optional<String> key = ctx.path().equals("/") ? Optional.of(settings.rootObject()) : PathKey.of(ctx.path());
        if (key.isEmpty() || !(head ? showHead(ctx, key.get()) : showObject(ctx, key.get()))) {
            showErrorPage(ctx, head);
        }
    }

    private boolean showHead(Context ctx, String key) throws IOException {
        Optional<HttpResponse<TimedBody>> seen = bucket.look(key);
        if (seen.isEmpty()) {
            return false;
        }
        seen.get().body().close();
        HttpHeaders object = seen.get().headers();
        if (!settled(ctx, new Question(ctx), object)) {
            ctx.status(200).header("Accept-Ranges", "bytes");
            copy(OF_THE_OBJECT, object, ctx);
            copy(OF_THE_BODY, object, ctx);
        }
        return true;
    }

    private boolean showObject(Context ctx, String key) throws IOException {
        Question question = new Question(ctx);
        if (question.isPlain()) {
            return pass(ctx, bucket.fetch(key), true);
        }
        for (int i = 0; i < TRIES; i++) {
            Optional<HttpResponse<TimedBody>> seen = bucket.look(key);
            if (seen.isEmpty()) {
                return false;
            }
            seen.get().body().close();
            HttpHeaders object = seen.get().headers();
            if (settled(ctx, question, object)) {
                return true;
            }
            Validators validators = Validators.of(object);
            List<String> fields = new ArrayList<>(List.of("If-Match", validators.tag()));
            Optional<Span> span = question.span(validators, length(object));
            if (span.isPresent() && span.get().isEmpty()) {
                ctx.status(416).header("Content-Range", "bytes */" + length(object));
                return true;
            }
            span.ifPresent(some -> fields.addAll(List.of("Range", some.asRange())));
            Optional<HttpResponse<TimedBody>> reply = bucket.fetch(key, fields.toArray(String[]::new));
            if (reply.isEmpty() || reply.get().statusCode() != 412) {
                return pass(ctx, reply, true);
            }
            reply.get().body().close();
        }
        throw new BucketFailure(503, "the object does not stay the same", null);
    }

    private void showErrorPage(Context ctx, boolean head) throws IOException {
        if (head) {
            bucket.look(settings.errorPage()).ifPresent(page -> {
                page.body().close();
                copy(OF_THE_BODY, page.headers(), ctx);
            });
        } else {
            pass(ctx, bucket.fetch(settings.errorPage()), false);
        }
        ctx.status(404);
    }

    /** Whether the conditions have decided: then the answer is made. */
    private static boolean settled(Context ctx, Question question, HttpHeaders object) {
        Validators validators = Validators.of(object);
        if (question.wantsAnother(validators)) {
            ctx.status(412);
            return true;
        }
        if (question.hasIt(validators)) {
            ctx.status(304);
            copy(OF_THE_OBJECT, object, ctx);
            object.firstValue("Content-Length").ifPresent(length -> ctx.header("Content-Length", length));
            return true;
        }
        return false;
    }

    /** Passes on what S3 has sent, if it did: what was asked for, or else the error page. */
    private static boolean pass(Context ctx, Optional<HttpResponse<TimedBody>> reply, boolean asked)
            throws IOException {
        if (reply.isEmpty()) {
            return false;
        }
        try (TimedBody body = reply.get().body()) {
            ctx.status(asked ? reply.get().statusCode() : 404);
            if (asked) {
                ctx.header("Accept-Ranges", "bytes");
                copy(OF_THE_OBJECT, reply.get().headers(), ctx);
            }
            copy(OF_THE_BODY, reply.get().headers(), ctx);
            body.transferTo(ctx.outputStream());
        }
        return true;
    }

    private static void copy(List<String> names, HttpHeaders from, Context ctx) {
        names.forEach(name -> from.firstValue(name).ifPresent(value -> ctx.header(name, value)));
    }

    private static long length(HttpHeaders object) {
        return object.firstValueAsLong("Content-Length").orElseThrow();
    }
}

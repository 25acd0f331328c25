package edgecraft.access;

import edgecraft.kit.DoorSettings;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Asks the bucket for what the cache in front of it doesn't have, and signs that. Thread-safe. */
final class Door {

    private static final String POLICY = "/.edgecraft/bucket-policy";

    private final DoorSettings settings;
    private final Upstream upstream;

    Door(DoorSettings settings) {
        this.settings = settings;
        this.upstream = new Upstream(settings.timeout());
    }

    /**
     * Answers one request.
     *
     * <p>Step 4.1: {@code GET} and {@code HEAD} with the object that the bucket has under the path.
     *
     * <p>Step 4.2: other methods with {@code 405} and {@code Allow}; nothing of them reaches the bucket.
     *
     * <p>Step 4.3: {@code GET /.edgecraft/bucket-policy} with the bucket's policy, for operators.
     */
    void answer(Context ctx) {
        String method = ctx.req().getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            ctx.status(405).header("Allow", "GET, HEAD");
            return;
        }
        String path = Target.of(ctx).path();
        if (!path.startsWith("/")) {
            ctx.status(400);
        } else if (path.equals("/")) {
            ctx.status(404);
        } else if (path.equals(POLICY)) {
            tellPolicy(ctx);
        } else {
            ask(ctx, method, path);
        }
    }

    private void ask(Context ctx, String method, String path) {
        BucketQuestion question;
        try {
            question = BucketQuestion.of(method, path, Target.fields(ctx), settings);
        } catch (IllegalArgumentException noPath) {
            ctx.status(400);
            return;
        }
        upstream.pass(
                ctx,
                question.uri(),
                question.fields(),
                answer -> ObjectFields.forViewer(method, answer.statusCode(), answer.headers()));
    }

    private void tellPolicy(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        List<String> shown = Target.fields(ctx).getOrDefault("Authorization", List.of());
        if (shown.size() != 1 || !same(shown.get(0), "Bearer " + settings.token())) {
            ctx.status(403);
            return;
        }
        ctx.status(200)
                .contentType("application/json")
                .result(Json.write(BucketPolicy.of(settings.bucket(), settings.distribution())));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}

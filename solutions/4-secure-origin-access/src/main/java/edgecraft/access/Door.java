package edgecraft.access;

import edgecraft.kit.DoorSettings;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Asks the bucket for what the cache in front of it doesn't have, and signs that. Thread-safe. */
final class Door {

    private static final String POLICY = "/.edgecraft/bucket-policy";

    private final DoorSettings settings;
    private final Upstream bucket;

    Door(DoorSettings settings) {
        this.settings = settings;
        this.bucket = new Upstream(settings.timeout());
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
        } else if (Target.of(ctx).path().equals(POLICY)) {
            sayPolicy(ctx);
        } else {
            sendObject(ctx, method);
        }
    }

    private void sendObject(Context ctx, String method) {
        String path = Target.of(ctx).path();
        if (path.equals("/")) {
            // No object has an empty name: the bucket would list all it has.
            ctx.status(404);
            return;
        }
        try {
            BucketQuestion question = BucketQuestion.of(method, path, Target.fields(ctx), settings);
            bucket.pass(
                    ctx,
                    question.uri(),
                    question.fields(),
                    answer -> ObjectFields.forViewer(method, answer.statusCode(), answer.headers()));
        } catch (IllegalArgumentException noPath) {
            ctx.status(400);
        }
    }

    private void sayPolicy(Context ctx) {
        if (!isOperator(ctx)) {
            ctx.status(403);
            return;
        }
        ctx.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(Json.write(BucketPolicy.of(settings.bucket(), settings.distribution())));
    }

    private boolean isOperator(Context ctx) {
        String shown = Optional.ofNullable(ctx.req().getHeader("Authorization")).orElse("");
        return MessageDigest.isEqual(bytes(shown), bytes("Bearer " + settings.token()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

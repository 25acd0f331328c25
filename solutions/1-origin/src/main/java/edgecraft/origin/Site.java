package edgecraft.origin;

import edgecraft.kit.OriginSettings;
import io.javalin.http.Context;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Answers viewers with what is in the bucket. It talks to both sides, and leaves decisions to those who do no I/O. */
final class Site {

    private final S3Client s3;
    private final OriginSettings settings;

    /**
     * A site that serves one bucket.
     *
     * @param s3 talks to the store that has the bucket
     * @param settings which bucket, and which of its objects are special
     */
    Site(S3Client s3, OriginSettings settings) {
        this.s3 = s3;
        this.settings = settings;
    }

    /** Answers one request. Many threads do so at the same time. */
    void answer(Context ctx) throws IOException {
        switch (ctx.method().name()) {
            case "GET" -> get(ctx);
            case "HEAD" -> head(ctx);
            default -> refuse(ctx);
        }
    }

    /**
     * Answers {@code GET}.
     *
     * <p>Step 1.1: {@code 200}, the fields of {@link ObjectFields} and the object's bytes; {@code 404} if there is no
     * such object.
     *
     * <p>Step 1.2: with that {@code 404} goes the error page, if the bucket has it.
     */
    private void get(Context ctx) throws IOException {
        if (!send(ctx, 200, key(ctx)) && !send(ctx, 404, settings.errorPage())) {
            ctx.status(404);
        }
    }

    /** Step 1.3: answers {@code HEAD} with the status and the fields that {@code GET} would have, and no body. */
    private void head(Context ctx) {
        if (!describe(ctx, 200, key(ctx)) && !describe(ctx, 404, settings.errorPage())) {
            ctx.status(404);
        }
    }

    /** Step 1.2: refuses any other method with {@code 405} and a field {@code Allow} that lists the two there are. */
    private void refuse(Context ctx) {
        ctx.status(405).header("Allow", "GET, HEAD");
    }

    private String key(Context ctx) {
        return Keys.forPath(ctx.path(), settings.rootObject());
    }

    /** Sends an object, if there is one; the bytes pass through and are never held. */
    private boolean send(Context ctx, int status, String key) throws IOException {
        try (ResponseInputStream<GetObjectResponse> object =
                s3.getObject(request -> request.bucket(settings.bucket()).key(key))) {
            start(ctx, status, object.response().sdkHttpResponse());
            object.transferTo(ctx.outputStream());
            return true;
        } catch (NoSuchKeyException none) {
            return false;
        }
    }

    /** Sends everything but the bytes of an object, if there is one. */
    private boolean describe(Context ctx, int status, String key) {
        try {
            HeadObjectResponse object =
                    s3.headObject(request -> request.bucket(settings.bucket()).key(key));
            start(ctx, status, object.sdkHttpResponse());
            return true;
        } catch (NoSuchKeyException none) {
            return false;
        }
    }

    private static void start(Context ctx, int status, SdkHttpResponse object) {
        ctx.status(status);
        ObjectFields.forViewer(object).forEach(ctx::header);
    }
}

package edgecraft.origin;

import edgecraft.kit.OriginSettings;
import io.javalin.http.Context;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What the routes do; a missing object is left to the exception mapper. */
final class Pages {

    private final S3Client s3;
    private final OriginSettings settings;

    Pages(S3Client s3, OriginSettings settings) {
        this.s3 = s3;
        this.settings = settings;
    }

    void get(Context ctx) {
        get(ctx, key(ctx));
    }

    void head(Context ctx) {
        head(ctx, key(ctx));
    }

    void notFound(Context ctx) {
        ctx.status(404);
        try {
            if (ctx.method().name().equals("HEAD")) {
                head(ctx, settings.errorPage());
            } else {
                get(ctx, settings.errorPage());
            }
        } catch (NoSuchKeyException noErrorPage) {
            ctx.result("");
        }
    }

    private void get(Context ctx, String key) {
        ResponseBytes<GetObjectResponse> object =
                s3.getObjectAsBytes(request -> request.bucket(settings.bucket()).key(key));
        Description.of(object.response()).writeTo(ctx);
        ctx.result(object.asByteArrayUnsafe());
    }

    private void head(Context ctx, String key) {
        Description.of(s3.headObject(
                        request -> request.bucket(settings.bucket()).key(key)))
                .writeTo(ctx);
    }

    private String key(Context ctx) {
        return ctx.path().equals("/") ? settings.rootObject() : ctx.path().substring(1);
    }
}

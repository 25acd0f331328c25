package edgecraft.origin;

import io.javalin.http.Context;
import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The error page. It is opened for {@code HEAD} too: what S3 answers to that has no body, and so does not tell a missing object
 * from a missing bucket.
 */
final class NotFound {

    private final Shelf shelf;
    private final String key;

    NotFound(Shelf shelf, String key) {
        this.shelf = shelf;
        this.key = key;
    }

    /** Never throws: no exception mapper runs after this one. */
    void show(Context ctx) {
        ctx.status(404);
        try (Opened page = shelf.open(key, whole -> {})) {
            page.description().writeTo(ctx);
            if (!ctx.method().name().equals("HEAD")) {
                page.passTo(ctx);
            }
        } catch (NoSuchKeyException | UnknownKeyException noErrorPage) {
            ctx.result("");
        } catch (SdkException | IOException failure) {
            Trouble.show(failure, ctx);
        }
    }
}

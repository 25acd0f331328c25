package edgecraft.origin;

import edgecraft.kit.OriginSettings;
import edgecraft.kit.Todo;
import io.javalin.http.Context;
import java.io.IOException;
import software.amazon.awssdk.services.s3.S3Client;

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
     *
     * <p>Steps 1.4 and 1.5: what {@link Conditions} and {@link Part} decide.
     */
    private void get(Context ctx) throws IOException {
        throw new Todo("1.1", "Site.get: send the object that the path asks for");
    }

    /**
     * Step 1.3: answers {@code HEAD} with the status and the fields that {@code GET} would have, and no body.
     *
     * <p>Step 1.4: with conditions as well. A {@code Range} means nothing to it.
     */
    private void head(Context ctx) {
        throw new Todo("1.3", "Site.head: status and fields of GET, no body");
    }

    /** Step 1.2: refuses any other method with {@code 405} and a field {@code Allow} that lists the two there are. */
    private void refuse(Context ctx) {
        throw new Todo("1.2", "Site.refuse: 405 and Allow for methods other than GET and HEAD");
    }
}

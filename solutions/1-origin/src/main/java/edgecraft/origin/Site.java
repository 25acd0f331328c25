package edgecraft.origin;

import edgecraft.kit.OriginSettings;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Answers viewers with what is in the bucket. It talks to both sides, and leaves decisions to those who do no I/O. */
final class Site {

    /** With one of these fields the answer depends on which object is there. */
    private static final Set<String> DEPENDING =
            Set.of("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "Range");

    private static final int PRECONDITION_FAILED = 412;

    private final BucketReader bucket;
    private final OriginSettings settings;

    /**
     * A site that serves one bucket.
     *
     * @param s3 talks to the store that has the bucket
     * @param settings which bucket, and which of its objects are special
     */
    Site(S3Client s3, OriginSettings settings) {
        this.bucket = new BucketReader(s3, settings.bucket());
        this.settings = settings;
    }

    /** Answers one request. Many threads do so at the same time. */
    void answer(Context ctx) throws IOException {
        try {
            switch (ctx.method().name()) {
                case "GET" -> get(ctx);
                case "HEAD" -> head(ctx);
                default -> refuse(ctx);
            }
        } catch (SdkException | IOException failure) {
            fail(ctx, failure);
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
        String key = Keys.forPath(ctx.path(), settings.rootObject());
        boolean depends = DEPENDING.stream().anyMatch(name -> field(ctx, name) != null);
        boolean found = depends ? sendAsAsked(ctx, key) : send(ctx, 200, key, whole -> {});
        if (!found && !send(ctx, 404, settings.errorPage(), whole -> {})) {
            ctx.status(404);
        }
    }

    /**
     * Step 1.3: answers {@code HEAD} with the status and the fields that {@code GET} would have, and no body.
     *
     * <p>Step 1.4: with conditions as well. A {@code Range} means nothing to it.
     */
    private void head(Context ctx) {
        Optional<HeadObjectResponse> object = bucket.look(Keys.forPath(ctx.path(), settings.rootObject()));
        if (object.isPresent()) {
            Decision decision = Decision.of(name -> name.equals("Range") ? null : field(ctx, name), object.get());
            describe(ctx, decision.status(), object.get());
        } else {
            ctx.status(404);
            bucket.look(settings.errorPage())
                    .ifPresent(page -> start(ctx, 404, ObjectFields.forViewer(page.sdkHttpResponse())));
        }
    }

    /** Step 1.2: refuses any other method with {@code 405} and a field {@code Allow} that lists the two there are. */
    private void refuse(Context ctx) {
        ctx.status(405).header("Allow", "GET, HEAD");
    }

    /**
     * Step 1.7: tells a viewer that S3 failed, and nothing of S3. What has gone out can't be taken back: then the server sees
     * that bytes are missing, and hangs up, so that nobody takes half an object for a whole one.
     */
    private static void fail(Context ctx, Exception failure) {
        if (!ctx.res().isCommitted()) {
            ctx.res().reset();
            ctx.status(Failures.status(failure));
        }
    }

    /** Looks at the object, decides, and asks S3 for exactly that one. If it is another by then, all begins anew. */
    private boolean sendAsAsked(Context ctx, String key) throws IOException {
        Optional<HeadObjectResponse> seen = bucket.look(key);
        if (seen.isEmpty()) {
            return false;
        }
        HeadObjectResponse object = seen.get();
        Decision decision = Decision.of(name -> field(ctx, name), object);
        if (decision.status() >= 300) {
            describe(ctx, decision.status(), object);
            return true;
        }
        try {
            return send(ctx, decision.status(), key, request -> {
                request.ifMatch(object.eTag());
                decision.part().ifPresent(part -> request.range("bytes=" + part.first() + "-" + part.last()));
            });
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
            return sendAsAsked(ctx, key);
        }
    }

    /** Sends an object, if there is one. Its bytes pass through and are never held. */
    private boolean send(Context ctx, int status, String key, Consumer<GetObjectRequest.Builder> further)
            throws IOException {
        Optional<ResponseInputStream<GetObjectResponse>> opened = bucket.open(key, further);
        if (opened.isEmpty()) {
            return false;
        }
        try (ResponseInputStream<GetObjectResponse> object = opened.get()) {
            start(ctx, status, ObjectFields.forViewer(object.response().sdkHttpResponse()));
            pass(object, ctx);
        }
        return true;
    }

    /** To close a download that is not over is to read the rest of it first. */
    private static void pass(ResponseInputStream<GetObjectResponse> object, Context ctx) throws IOException {
        try {
            object.transferTo(ctx.outputStream());
        } catch (IOException viewerOrS3IsGone) {
            object.abort();
            throw viewerOrS3IsGone;
        }
    }

    /** Answers about an object that is there, without its bytes. */
    private static void describe(Context ctx, int status, HeadObjectResponse object) {
        switch (status) {
            case 200 -> start(ctx, status, ObjectFields.forViewer(object.sdkHttpResponse()));
            case 304 -> start(ctx, status, ObjectFields.forCopy(object.sdkHttpResponse()));
            case 416 -> ctx.status(status).header("Content-Range", "bytes */" + object.contentLength());
            default -> ctx.status(status);
        }
    }

    /** A list may come in several lines, which count as one (RFC 9110 §5.3). */
    private static @Nullable String field(Context ctx, String name) {
        List<String> lines = Collections.list(ctx.req().getHeaders(name));
        return lines.isEmpty() ? null : String.join(", ", lines);
    }

    private static void start(Context ctx, int status, Map<String, String> fields) {
        ctx.status(status).header("Accept-Ranges", "bytes");
        fields.forEach(ctx::header);
    }
}

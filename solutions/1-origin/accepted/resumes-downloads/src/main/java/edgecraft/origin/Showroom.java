package edgecraft.origin;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Receives viewers. */
final class Showroom {

    private final Chunks chunks;
    private final String rootObject;
    private final String errorPage;

    Showroom(Chunks chunks, String rootObject, String errorPage) {
        this.chunks = chunks;
        this.rootObject = rootObject;
        this.errorPage = errorPage;
    }

    /** Answers a request. */
    void receive(Context ctx) {
        try {
            boolean found = switch (ctx.method().name()) {
                case "HEAD" -> head(ctx, key(ctx));
                case "GET" -> get(ctx, key(ctx));
                default -> refuse(ctx);
            };
            if (!found) {
                notFound(ctx);
            }
        } catch (SdkException | IOException e) {
            if (!ctx.res().isCommitted()) { // else it is too late: the server sees that bytes are missing, and hangs up
                ctx.res().reset();
                ctx.status(status(e));
            }
        }
    }

    private boolean head(Context ctx, String key) {
        Optional<Item> item = chunks.look(key);
        item.ifPresent(seen -> new Wish(ctx)
                .verdict(seen)
                .ifPresentOrElse(status -> refuse(ctx, status, seen), () -> begin(ctx, 200, seen, seen.length())));
        return item.isPresent();
    }

    private boolean get(Context ctx, String key) throws IOException {
        Wish wish = new Wish(ctx);
        Optional<Item> item = wish.isForParts() ? chunks.look(key) : Optional.empty();
        if (item.isPresent()) {
            Optional<Bytes> bytes = wish.bytes(item.get());
            if (wish.verdict(item.get()).isEmpty() && bytes.isPresent()) {
                return part(ctx, item.get(), bytes.get());
            }
        }
        return whole(ctx, key, wish);
    }

    private boolean part(Context ctx, Item item, Bytes bytes) throws IOException {
        if (bytes.isEmpty()) {
            ctx.status(416).header("Content-Range", "bytes */" + item.length());
            return true;
        }
        try (Download download = chunks.open(item, bytes)) {
            begin(ctx, 206, item, bytes.to() - bytes.from());
            ctx.header("Content-Range", bytes.contentRange(item.length()));
            download.passTo(ctx.outputStream());
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() != 412 || ctx.res().isCommitted()) {
                throw e;
            }
            ctx.res().reset(); // there is another object now: what the viewer gets of that one is a new question
            return get(ctx, item.key());
        }
    }

    /** Whatever was asked, it is about all of the object; the conditions are looked at when it is open. */
    private boolean whole(Context ctx, String key, Wish wish) throws IOException {
        Optional<Download> opened = chunks.openWhole(key);
        if (opened.isEmpty()) {
            return false;
        }
        try (Download download = opened.get()) {
            Optional<Integer> verdict = wish.verdict(download.item());
            if (verdict.isPresent()) {
                refuse(ctx, verdict.get(), download.item());
            } else {
                begin(ctx, 200, download.item(), download.item().length());
                download.passTo(ctx.outputStream());
            }
        }
        return true;
    }

    /** It is opened for HEAD too: S3's answer to that does not tell whether there is a bucket. */
    private void notFound(Context ctx) throws IOException {
        ctx.status(404);
        Optional<Download> opened = chunks.openWhole(errorPage);
        if (opened.isPresent()) {
            try (Download page = opened.get()) {
                begin(ctx, 404, page.item(), page.item().length());
                if (ctx.method().name().equals("GET")) {
                    page.passTo(ctx.outputStream());
                }
            }
        }
    }

    private static boolean refuse(Context ctx) {
        ctx.status(405).header("Allow", "GET,HEAD");
        return true;
    }

    private static void refuse(Context ctx, int status, Item item) {
        ctx.status(status);
        if (status == 304) {
            ctx.header("Content-Length", Long.toString(item.length()));
            item.fieldsForCopy().forEach(ctx::header);
        }
    }

    private static void begin(Context ctx, int status, Item item, long length) {
        ctx.status(status).header("Accept-Ranges", "bytes").header("Content-Length", Long.toString(length));
        item.fields().forEach(ctx::header);
    }

    private String key(Context ctx) {
        String path = ctx.path().substring(1).replace("+", "%2B");
        return path.isEmpty() ? rootObject : URLDecoder.decode(path, StandardCharsets.UTF_8);
    }

    private static int status(Throwable failure) {
        if (failure instanceof ApiCallTimeoutException || failure instanceof InterruptedIOException) {
            return 504;
        }
        if (failure.getCause() != null) {
            return status(failure.getCause());
        }
        return failure instanceof S3Exception s3 && s3.statusCode() == 503 ? 503 : 502;
    }
}

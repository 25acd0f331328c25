package edgecraft.origin;

import edgecraft.kit.OriginSettings;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What the routes do. An object is opened first; then its description says whether it is wanted, and if not it is dropped. Only
 * what must be known before a part can be named is looked up. A missing object is left to the exception mapper.
 */
final class Pages {

    /** Who asks for more parts than that is up to no good, and gets the whole. */
    private static final int MANY = 16;

    private final Shelf shelf;
    private final OriginSettings settings;

    Pages(Shelf shelf, OriginSettings settings) {
        this.shelf = shelf;
        this.settings = settings;
    }

    void head(Context ctx) {
        Description object = shelf.look(key(ctx));
        Precondition precondition = Precondition.of(ctx, object);
        if (precondition == Precondition.HOLDS) {
            begin(ctx, 200, object);
        } else {
            precondition.show(ctx, object);
        }
    }

    void get(Context ctx) throws IOException {
        String key = key(ctx);
        List<Wanted> parts = Wanted.all(ctx.header("Range"));
        if (parts.isEmpty() || parts.size() > MANY) {
            sendWhole(ctx, key);
        } else if (parts.size() > 1 || !parts.get(0).isOrdinary() || !sendStraight(ctx, key, parts.get(0))) {
            sendLookedUp(ctx, key, parts);
        }
    }

    private void sendWhole(Context ctx, String key) throws IOException {
        try (Opened opened = shelf.open(key, whole -> {})) {
            Description object = opened.description();
            Precondition precondition = Precondition.of(ctx, object);
            if (precondition == Precondition.HOLDS) {
                begin(ctx, 200, object);
                opened.passTo(ctx);
            } else {
                precondition.show(ctx, object);
            }
        }
    }

    /** Sends a part of an object about which nothing is known yet; false if S3 does not have that part. */
    private boolean sendStraight(Context ctx, String key, Wanted part) throws IOException {
        try (Opened opened = shelf.open(key, request -> request.range(part.inWords()))) {
            Description object = opened.description();
            Precondition precondition = Precondition.of(ctx, object);
            if (precondition != Precondition.HOLDS) {
                precondition.show(ctx, object);
                return true;
            }
            if (Precondition.partsFit(ctx, object)) {
                if (opened.isPart()) {
                    begin(ctx, 206, object);
                    opened.passTo(ctx);
                }
                return opened.isPart();
            }
        } catch (S3Exception e) {
            if (e.statusCode() == 416) {
                return false;
            }
            throw e;
        }
        sendWhole(ctx, key);
        return true;
    }

    private void sendLookedUp(Context ctx, String key, List<Wanted> wanted) throws IOException {
        Description object = shelf.look(key);
        Precondition precondition = Precondition.of(ctx, object);
        List<Extent> parts = Extent.joined(wanted.stream()
                .map(part -> part.in(object.length()))
                .flatMap(Optional::stream)
                .toList());
        if (precondition != Precondition.HOLDS) {
            precondition.show(ctx, object);
        } else if (!Precondition.partsFit(ctx, object)) {
            sendWhole(ctx, key);
        } else if (parts.isEmpty()) {
            ctx.status(416).header("Content-Range", "bytes */" + object.length());
        } else {
            sendParts(ctx, key, object, parts);
        }
    }

    /** If the object has been replaced since it was looked up, the request begins anew, as if it had come now. */
    private void sendParts(Context ctx, String key, Description object, List<Extent> parts) throws IOException {
        try {
            if (parts.size() == 1) {
                sendPart(ctx, key, object, parts.get(0));
            } else {
                sendMultipart(ctx, key, object, parts);
            }
        } catch (S3Exception e) {
            if (e.statusCode() != 412 || ctx.res().isCommitted()) {
                throw e;
            }
            ctx.res().reset();
            get(ctx);
        }
    }

    private void sendPart(Context ctx, String key, Description object, Extent part) throws IOException {
        try (Opened opened = open(key, object, part)) {
            begin(ctx, opened.isPart() ? 206 : 200, opened.description());
            opened.passTo(ctx);
        }
    }

    /** Each part is a request of its own, one after the other, so that a viewer holds one connection to S3 and not many. */
    private void sendMultipart(Context ctx, String key, Description object, List<Extent> parts) throws IOException {
        Multipart frame = new Multipart(object);
        for (Extent part : parts) {
            try (Opened opened = open(key, object, part)) {
                if (!opened.isPart()) {
                    throw new IOException("S3 sends the whole object in the place of a part");
                }
                if (part.equals(parts.get(0))) {
                    begin(ctx, 206, object);
                    ctx.contentType(frame.contentType()).header("Content-Length", "" + frame.length(parts));
                }
                ctx.outputStream().write(frame.before(part));
                opened.passTo(ctx);
            }
        }
        ctx.outputStream().write(frame.end());
    }

    private Opened open(String key, Description object, Extent part) {
        return shelf.open(key, request -> request.ifMatch(object.tag()).range(part.inWords()));
    }

    private static void begin(Context ctx, int status, Description object) {
        ctx.status(status).header("Accept-Ranges", "bytes");
        object.writeTo(ctx);
    }

    /** The root's route has no parameter. Javalin has decoded that of the other one: once, and a plus is a plus. */
    private String key(Context ctx) {
        return ctx.pathParamMap().getOrDefault("key", settings.rootObject());
    }
}

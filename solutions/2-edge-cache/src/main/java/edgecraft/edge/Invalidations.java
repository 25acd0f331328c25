package edgecraft.edge;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Takes the site owner's word for what must not be served any more (CloudFront developer guide: invalidating files). */
final class Invalidations {

    private static final String OURS = "/.edgecraft/";
    private static final String INVALIDATIONS = OURS + "invalidations";

    private final String token;
    private final Consumer<Predicate<CacheKey>> drop;

    /**
     * @param token what an invalidation must bring
     * @param drop forgets what is stored for these keys, and what is on its way; done when it returns
     */
    Invalidations(String token, Consumer<Predicate<CacheKey>> drop) {
        this.token = token;
        this.drop = drop;
    }

    /** Whether a request is for the edge itself, and not for the origin. */
    static boolean areMeant(ViewerRequest request) {
        return request.path().startsWith(OURS);
    }

    /** Answers such a request. */
    void answer(Context ctx, ViewerRequest request) {
        if (!request.path().equals(INVALIDATIONS)) {
            ctx.status(404);
        } else if (!request.method().equals("POST")) {
            ctx.status(405).header("Allow", "POST");
        } else if (!isAllowed(request)) {
            ctx.status(401).header("WWW-Authenticate", "Bearer");
        } else {
            ctx.status(invalidate(new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8)));
        }
    }

    /** In a time that tells nothing about how much of the token was right. */
    private boolean isAllowed(ViewerRequest request) {
        byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return request.fields()
                .first("Authorization")
                .filter(sent -> MessageDigest.isEqual(wanted, sent.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private int invalidate(String body) {
        List<String> paths =
                body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (paths.stream().anyMatch(path -> !path.startsWith("/"))) {
            return 400;
        }
        drop.accept(key -> paths.stream().anyMatch(path -> InvalidationPath.matches(path, key.target())));
        return 204;
    }
}

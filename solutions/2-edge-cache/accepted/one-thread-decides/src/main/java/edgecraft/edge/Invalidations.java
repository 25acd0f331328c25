package edgecraft.edge;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Predicate;

/** The desk of the site's owner, who takes back what was published by mistake. */
final class Invalidations {

    private static final String OWN = "/.edgecraft/";
    private static final String PATH = OWN + "invalidations";

    private final byte[] expected;
    private final Clerk clerk;

    Invalidations(String token, Clerk clerk) {
        expected = ("Bearer " + token).getBytes(StandardCharsets.ISO_8859_1);
        this.clerk = clerk;
    }

    /** Whether a request is for the edge itself. */
    static boolean areMeant(ViewerRequest request) {
        return request.path().startsWith(OWN);
    }

    /** Answers such a request. */
    void answer(Context ctx, ViewerRequest request) throws IOException {
        if (!request.path().equals(PATH)) {
            ctx.status(404);
        } else if (!request.method().equals("POST")) {
            ctx.header("Allow", "POST").status(405);
        } else if (!isPermitted(request)) {
            ctx.header("WWW-Authenticate", "Bearer").status(401);
        } else {
            ctx.status(invalidate(ctx.req().getInputStream().readAllBytes()));
        }
    }

    private int invalidate(byte[] body) {
        List<String> paths = new String(body, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
        if (!paths.stream().allMatch(path -> path.startsWith("/"))) {
            return 400;
        }
        Predicate<CacheKey> meant =
                key -> paths.stream().anyMatch(path -> InvalidationPath.matches(path, key.target()));
        clerk.tell(ledger -> ledger.forget(meant));
        return 204;
    }

    private boolean isPermitted(ViewerRequest request) {
        List<String> sent = request.fields().values("Authorization");
        return sent.size() == 1 && MessageDigest.isEqual(sent.get(0).getBytes(StandardCharsets.ISO_8859_1), expected);
    }
}

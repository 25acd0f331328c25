package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Time;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** The place where the owner of a site takes back what was published. */
final class Invalidations {

    static final String PREFIX = "/.edgecraft/";
    private static final String PATH = PREFIX + "invalidations";

    private final byte[] credentials;
    private final Store store;
    private final Time time;

    Invalidations(EdgeSettings settings, Store store) {
        this.credentials = ("Bearer " + settings.invalidationToken()).getBytes(StandardCharsets.UTF_8);
        this.store = store;
        this.time = settings.time();
    }

    /** Answers a request for something under {@link #PREFIX}. */
    void answer(Context ctx, ViewerRequest request) throws IOException {
        Reply.send(ctx, decide(ctx, request), time.instant());
    }

    private Answer decide(Context ctx, ViewerRequest request) throws IOException {
        if (!request.path().equals(PATH)) {
            return Reply.text(404, "There is nothing here.", Fields.of());
        }
        if (!request.method().equals("POST")) {
            return Reply.text(405, "Invalidations are posted.", Fields.of("Allow", "POST"));
        }
        if (!isAllowed(request.fields())) {
            return Reply.text(401, "The token is missing or wrong.", Fields.of("WWW-Authenticate", "Bearer"));
        }
        List<String> paths = new String(ctx.req().getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
        if (!paths.stream().allMatch(path -> path.startsWith("/"))) {
            return Reply.text(400, "Every line is a path that begins with a slash.", Fields.of());
        }
        store.drop(key -> paths.stream().anyMatch(path -> InvalidationPath.matches(path, key.target())));
        return new Answer(204, Fields.of(), InputStream.nullInputStream());
    }

    private boolean isAllowed(Fields request) {
        List<String> sent = request.values("Authorization");
        return sent.size() == 1
                && MessageDigest.isEqual(credentials, sent.get(0).getBytes(StandardCharsets.UTF_8));
    }
}

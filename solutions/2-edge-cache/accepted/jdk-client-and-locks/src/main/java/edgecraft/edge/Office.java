package edgecraft.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Where the owner of the site comes to: paths that are the edge's own, and never the origin's. */
final class Office {

    private static final String ALL = "/.edgecraft/";
    private static final String INVALIDATIONS = ALL + "invalidations";

    private final byte[] password;
    private final Forgetting forgetting;

    Office(String token, Forgetting forgetting) {
        this.password = bytes("Bearer " + token);
        this.forgetting = forgetting;
    }

    /** Whether a target is the edge's own. */
    static boolean isFor(ViewerRequest request) {
        return request.target().startsWith(ALL);
    }

    /** The answer to a request for one of these. */
    Answer answer(Visit visit) throws IOException {
        if (!visit.request().path().equals(INVALIDATIONS)) {
            return new OwnAnswer(404, Fields.of());
        }
        if (!visit.request().method().equals("POST")) {
            return new OwnAnswer(405, Fields.of("Allow", "POST"));
        }
        if (!isOwner(visit.request())) {
            return new OwnAnswer(401, Fields.of("WWW-Authenticate", "Bearer"));
        }
        byte[] body = visit.ctx().req().getInputStream().readAllBytes();
        return invalidate(new String(body, StandardCharsets.UTF_8));
    }

    private Answer invalidate(String body) {
        List<String> paths = body.lines().filter(line -> !line.isEmpty()).toList();
        if (!paths.stream().allMatch(path -> path.startsWith("/"))) {
            return new OwnAnswer(400, Fields.of());
        }
        forgetting.forget(key -> paths.stream().anyMatch(path -> InvalidationPath.matches(path, key.target())));
        return new OwnAnswer(204, Fields.of());
    }

    private boolean isOwner(ViewerRequest request) {
        List<String> given = request.fields().values("Authorization");
        return given.size() == 1 && MessageDigest.isEqual(password, bytes(given.get(0)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

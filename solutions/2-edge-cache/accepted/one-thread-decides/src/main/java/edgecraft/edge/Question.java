package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import edgecraft.kit.EdgeSettings;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer wants to know.
 *
 * @param viewer the request as it came
 * @param asked the request without what must not shape an answer; its fields are those that variants are told apart by
 * @param key what an answer is stored under
 */
record Question(ViewerRequest viewer, ViewerRequest asked, CacheKey key) {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    static Question of(ViewerRequest viewer, CachePolicy policy) {
        Fields meant = Forwarding.ofViewer(viewer.fields(), policy.headers());
        Fields fields = isReading(viewer.method())
                ? AcceptEncoding.normalised(meant).without("If-None-Match", "If-Modified-Since")
                : meant;
        ViewerRequest asked = viewer.withFields(fields);
        return new Question(viewer, asked, CacheKey.of(asked, policy));
    }

    /** Whether it is {@code GET} or {@code HEAD}. */
    boolean isReading() {
        return isReading(viewer.method());
    }

    /** Whether it is a {@code GET} or {@code HEAD} that a copy can answer. */
    boolean isForTheStore() {
        return isReading()
                && !viewer.hasBody()
                && !asked.fields().has("If-Match")
                && !asked.fields().has("If-Unmodified-Since");
    }

    /** Whether nothing changes at the origin because of it. */
    boolean isSafe() {
        return SAFE.contains(viewer.method());
    }

    /** Whether somebody proves who they are. */
    boolean isAuthorized() {
        return asked.fields().has("Authorization");
    }

    /** The range that is asked for, if it is one line and not several. */
    Optional<String> range() {
        return viewer.method().equals("GET") && asked.fields().values("Range").size() == 1
                ? asked.fields().first("Range")
                : Optional.empty();
    }

    /** What the origin is asked about the whole of it, or about this copy of it. */
    OriginRequest forAll(EdgeSettings settings, @Nullable Stored copy) {
        Fields fields = toOrigin(settings).without("Range", "If-Range");
        if (copy != null) {
            for (Fields.Line condition : Validation.conditions(copy).lines()) {
                fields = fields.with(condition.name(), condition.value());
            }
        }
        return OriginRequest.of("GET", key.target(), viewer.host(), fields);
    }

    /** What the origin is asked for this viewer alone. What is not in the key must not shape what is read. */
    OriginRequest forOne(EdgeSettings settings, @Nullable InputStream body) {
        String target = isReading() ? key.target() : viewer.target();
        long length = viewer.fields().has("Transfer-Encoding")
                ? -1
                : viewer.fields().first("Content-Length").map(Long::parseLong).orElse(-1L);
        return new OriginRequest(viewer.method(), target, viewer.host(), toOrigin(settings), body, length);
    }

    private Fields toOrigin(EdgeSettings settings) {
        return Forwarding.toOrigin(asked, settings.name(), settings.policy().headers());
    }

    private static boolean isReading(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}

package edgecraft.origin;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a viewer asks, beyond the path. */
final class Question {

    private static final List<String> PICKY =
            List.of("If-Match", "If-Unmodified-Since", "If-None-Match", "If-Modified-Since", "Range");

    private final Context ctx;

    Question(Context ctx) {
        this.ctx = ctx;
    }

    /** Whether the answer is the object as it is, whatever it is. */
    boolean isPlain() {
        return PICKY.stream().allMatch(name -> field(name).isEmpty());
    }

    /** Whether this object is not the one that the viewer insists on. */
    boolean wantsAnother(Validators object) {
        Optional<Boolean> byTag =
                field("If-Match").map(tags -> !TagList.parse(tags).hasStrong(object.tag()));
        return byTag.or(() -> date("If-Unmodified-Since").map(object::isNewerThan))
                .orElse(false);
    }

    /** Whether the viewer has this object already. */
    boolean hasIt(Validators object) {
        Optional<Boolean> byTag =
                field("If-None-Match").map(tags -> TagList.parse(tags).has(object.tag()));
        return byTag.or(() -> date("If-Modified-Since").map(date -> !object.isNewerThan(date)))
                .orElse(false);
    }

    /** The bytes to send, if not all. */
    Optional<Span> span(Validators object, long length) {
        return field("If-Range").map(object::areExactly).orElse(true)
                ? field("Range").flatMap(range -> Span.parse(range, length))
                : Optional.empty();
    }

    private Optional<Instant> date(String name) {
        return field(name).flatMap(Validators::date);
    }

    /** A list may come in several lines. */
    private Optional<String> field(String name) {
        Stream<String> lines = Collections.list(ctx.req().getHeaders(name)).stream();
        return lines.reduce((one, other) -> one + ", " + other);
    }
}

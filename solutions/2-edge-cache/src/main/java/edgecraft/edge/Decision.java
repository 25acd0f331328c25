package edgecraft.edge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the edge does about a request, given what it has stored (RFC 9111 §4). */
sealed interface Decision {

    /** Gives the copy to the viewer. */
    record Serve(Stored stored) implements Decision {}

    /** Gives the copy to the viewer, and asks the origin about it when nobody waits. */
    record ServeAndRefresh(Stored stored) implements Decision {}

    /** Asks the origin whether the copy is still good. */
    record Refresh(Stored stored) implements Decision {}

    /** Asks the origin, for this viewer and for all who come later. */
    record Fetch() implements Decision {}

    /**
     * Asks the origin for this viewer alone.
     *
     * @param why as {@code Cache-Status} says it
     */
    record PassOn(String why) implements Decision {}

    /** Conditions that only the origin decides. */
    List<String> FOR_THE_ORIGIN = List.of("If-Match", "If-Unmodified-Since");

    /**
     * Decides.
     *
     * @param found what is stored for this request
     */
    static Decision of(ViewerRequest request, Optional<Stored> found, Instant now) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return new PassOn("method");
        }
        if (request.hasBody() || FOR_THE_ORIGIN.stream().anyMatch(request.fields()::has)) {
            return new PassOn("bypass");
        }
        if (found.filter(stored -> stored.isUsable(now)).isPresent()) {
            return new Serve(found.get());
        }
        if (request.method().equals("HEAD")
                || (found.isEmpty() && request.fields().has("Range"))) {
            return new PassOn(found.isEmpty() ? "uri-miss" : "stale");
        }
        return found.map(stored -> ofStale(stored, now)).orElse(new Fetch());
    }

    private static Decision ofStale(Stored stored, Instant now) {
        return Stale.mayServeWhileRefreshing(stored, now) ? new ServeAndRefresh(stored) : new Refresh(stored);
    }
}

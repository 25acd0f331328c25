package edgecraft.edge;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer from the store: the whole of it, a part, or that the viewer has it already.
 *
 * @param stored the copy
 * @param status how the edge came by it
 * @param now when it is given
 * @param name this edge's
 */
record CopyAnswer(Stored stored, CacheStatus status, Instant now, String name) implements Answer {

    @Override
    public void deliver(Visit visit) throws IOException {
        Fields asked = visit.request().fields();
        Fields fields = status.in(stored, now, name);
        if (visit.hasAlready(stored.status(), fields)) {
            visit.begin(304, Validation.ofNotModified(fields));
            return;
        }
        Optional<Part> part = visit.isHead() ? Optional.empty() : part(asked);
        if (part.isPresent()) {
            deliver(part.get(), fields, visit);
            return;
        }
        visit.begin(stored.status(), fields);
        if (!visit.isHead()) {
            stored.body().write(0, stored.body().length(), visit.out());
        }
    }

    private Optional<Part> part(Fields asked) {
        List<String> ranges = asked.values("Range");
        if (stored.status() != 200 || ranges.size() != 1 || !Part.isAllowed(asked, stored.fields())) {
            return Optional.empty();
        }
        return Part.of(ranges.get(0), stored.body().length());
    }

    private void deliver(Part part, Fields fields, Visit visit) throws IOException {
        Fields partial = fields.replacing("Content-Range", part.contentRange());
        if (part.isEmpty()) {
            visit.begin(416, partial.without("Content-Type", "Content-Encoding").replacing("Content-Length", "0"));
            return;
        }
        visit.begin(206, partial.replacing("Content-Length", Long.toString(part.size())));
        stored.body().write(part.first(), part.size(), visit.out());
    }
}

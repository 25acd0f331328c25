package edgecraft.edge;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asking whether a copy is still good, on both sides of the edge (RFC 9110 §13, RFC 9111 §4.3). */
final class Validation {

    /** They belong to the stored body, and a 304 has none. */
    private static final Set<String> OF_THE_BODY =
            Set.of("content-encoding", "content-length", "content-range", "content-type", "set-cookie");

    /** RFC 9110 §15.4.5, and what the edge says itself. */
    private static final Set<String> OF_A_304 = Set.of(
            "age",
            "cache-control",
            "cache-status",
            "content-length",
            "content-location",
            "date",
            "etag",
            "expires",
            "last-modified",
            "vary",
            "via",
            "x-cache");

    private Validation() {}

    /** Whether a 304 is about this copy: it has the same tag, or none (RFC 9111 §4.3.4). */
    static boolean isAbout(Stored stored, Fields notModified) {
        Optional<String> tag = notModified.first("ETag").map(Validation::opaque);
        return tag.isEmpty() || tag.equals(stored.fields().first("ETag").map(Validation::opaque));
    }

    /** The conditions that the origin is asked with about this copy; none if it has nothing to ask by. */
    static Fields conditions(Stored stored) {
        Fields fields = stored.fields();
        return fields.first("ETag")
                .map(tag -> Fields.of("If-None-Match", tag))
                .or(() -> fields.first("Last-Modified").map(date -> Fields.of("If-Modified-Since", date)))
                .orElse(Fields.of());
    }

    /**
     * The fields of a copy after a 304: each of the 304's in the place of the copy's own, but those that are about the body.
     */
    static Fields freshened(Fields stored, Fields notModified) {
        Fields news = notModified.without(name -> OF_THE_BODY.contains(name) || name.equals("age"));
        Set<String> names = news.lines().stream()
                .map(line -> line.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Fields merged = stored.without(names::contains);
        for (Fields.Line line : news.lines()) {
            merged = merged.with(line.name(), line.value());
        }
        return merged;
    }

    /**
     * Whether a viewer has this already: {@code If-None-Match} if it is there, by weak comparison, or else
     * {@code If-Modified-Since} (RFC 9110 §13.1.2, §13.1.3).
     */
    static boolean isKnown(Fields request, Fields answer) {
        if (request.has("If-None-Match")) {
            List<String> tags = request.members("If-None-Match");
            Optional<String> own = answer.first("ETag").map(Validation::opaque);
            return tags.contains("*")
                    || (own.isPresent() && tags.stream().map(Validation::opaque).anyMatch(own.get()::equals));
        }
        Optional<Instant> since = request.first("If-Modified-Since").flatMap(HttpDate::parse);
        Optional<Instant> modified = answer.first("Last-Modified").flatMap(HttpDate::parse);
        return since.isPresent() && modified.isPresent() && !modified.get().isAfter(since.get());
    }

    /** Those fields of an answer that a 304 brings. */
    static Fields ofNotModified(Fields answer) {
        return answer.without(name -> !OF_A_304.contains(name));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}

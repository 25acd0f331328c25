package edgecraft.edge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asking whether a copy is still good, on both sides of the edge (RFC 9110 §13, RFC 9111 §4.3). */
final class Validation {

    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String IF_MODIFIED_SINCE = "If-Modified-Since";

    private static final Set<String> ABOUT_THE_BODY = Set.of(
            "content-length", "content-encoding", "content-range", "content-type", "transfer-encoding", "set-cookie");

    private static final Set<String> OF_A_304 = Set.of(
            "etag",
            "cache-control",
            "date",
            "expires",
            "vary",
            "content-location",
            "via",
            "age",
            "x-cache",
            "cache-status");

    private Validation() {}

    /** Whether a 304 is about this copy: it has the same tag, or none (RFC 9111 §4.3.4). */
    static boolean isAbout(Stored stored, Fields notModified) {
        return notModified.first("ETag").isEmpty()
                || stored.fields()
                        .first("ETag")
                        .filter(tag -> hasTag(notModified.values("ETag"), tag))
                        .isPresent();
    }

    /** The conditions that the origin is asked with about this copy; none if it has nothing to ask by. */
    static Fields conditions(Stored stored) {
        Optional<String> tag = stored.fields().first("ETag");
        if (tag.isPresent()) {
            return Fields.of(IF_NONE_MATCH, tag.get());
        }
        return stored.fields()
                .first("Last-Modified")
                .map(date -> Fields.of(IF_MODIFIED_SINCE, date))
                .orElse(Fields.of());
    }

    /**
     * The fields of a copy after a 304: each of the 304's in the place of the copy's own, but those that are about the body.
     */
    static Fields freshened(Fields stored, Fields notModified) {
        Fields news = notModified.without(ABOUT_THE_BODY::contains);
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        news.lines().forEach(line -> names.add(line.name()));
        Fields both = stored.without(names::contains);
        for (Fields.Line line : news.lines()) {
            both = both.with(line.name(), line.value());
        }
        return both;
    }

    /** A viewer's request, without the conditions that are answered here and never reach the origin. */
    static Fields withoutConditions(Fields request) {
        return request.without(IF_NONE_MATCH, IF_MODIFIED_SINCE);
    }

    /**
     * Whether a viewer has this already: {@code If-None-Match} if it is there, by weak comparison, or else
     * {@code If-Modified-Since} (RFC 9110 §13.1.2, §13.1.3).
     */
    static boolean isKnown(Fields request, Fields answer) {
        if (request.has(IF_NONE_MATCH)) {
            List<String> known = request.members(IF_NONE_MATCH);
            return known.equals(List.of("*"))
                    || answer.first("ETag").filter(tag -> hasTag(known, tag)).isPresent();
        }
        Optional<Instant> since = request.first(IF_MODIFIED_SINCE).flatMap(HttpDate::parse);
        Optional<Instant> changed = answer.first("Last-Modified").flatMap(HttpDate::parse);
        return since.isPresent() && changed.isPresent() && !changed.get().isAfter(since.get());
    }

    /** Those fields of an answer that a 304 brings. */
    static Fields ofNotModified(Fields answer) {
        return answer.without(name -> !OF_A_304.contains(name));
    }

    private static boolean hasTag(List<String> known, String tag) {
        return known.stream().anyMatch(one -> opaque(one).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}

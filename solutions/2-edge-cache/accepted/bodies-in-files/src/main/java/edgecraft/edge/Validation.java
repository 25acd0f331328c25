package edgecraft.edge;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Asking whether a copy is still good, on both sides of the edge (RFC 9110 §13, RFC 9111 §4.3). */
final class Validation {

    /** A tag, weak or not; or what somebody sent without quotes. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*\"|[^\\s,]+");

    private static final Set<String> ABOUT_THE_BODY = Set.of(
            "content-length", "content-encoding", "content-range", "content-type", "transfer-encoding", "set-cookie");

    private static final Set<String> IN_A_304 = Set.of(
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
        Optional<String> tag = notModified.first("ETag").map(Validation::weakly);
        return tag.isEmpty() || tag.equals(stored.fields().first("ETag").map(Validation::weakly));
    }

    /** The conditions that the origin is asked with about this copy; none if it has nothing to ask by. */
    static Fields conditions(Stored stored) {
        Optional<String> tag = stored.fields().first("ETag");
        if (tag.isPresent()) {
            return Fields.of("If-None-Match", tag.get());
        }
        return stored.fields()
                .first("Last-Modified")
                .map(date -> Fields.of("If-Modified-Since", date))
                .orElse(Fields.of());
    }

    /**
     * The fields of a copy after a 304: each of the 304's in the place of the copy's own, but those that are about the body.
     */
    static Fields freshened(Fields stored, Fields notModified) {
        Fields fresh = stored.without(name -> notModified.has(name) && !ABOUT_THE_BODY.contains(name));
        for (Fields.Line line : notModified.lines()) {
            if (!ABOUT_THE_BODY.contains(line.name().toLowerCase(Locale.ROOT))) {
                fresh = fresh.with(line.name(), line.value());
            }
        }
        return fresh;
    }

    /**
     * Whether a viewer has this already: {@code If-None-Match} if it is there, by weak comparison, or else
     * {@code If-Modified-Since} (RFC 9110 §13.1.2, §13.1.3).
     */
    static boolean isKnown(Fields request, Fields answer) {
        List<String> tags = request.values("If-None-Match");
        if (!tags.isEmpty()) {
            return tags.stream().anyMatch(line -> names(line, answer));
        }
        Optional<Instant> since = request.first("If-Modified-Since").flatMap(HttpDate::parse);
        Optional<Instant> modified = answer.first("Last-Modified").flatMap(HttpDate::parse);
        return since.isPresent() && modified.isPresent() && !modified.get().isAfter(since.get());
    }

    /** Those fields of an answer that a 304 brings. */
    static Fields ofNotModified(Fields answer) {
        boolean dated = !answer.has("ETag");
        return answer.without(name -> !IN_A_304.contains(name) && !(dated && name.equals("last-modified")));
    }

    private static boolean names(String line, Fields answer) {
        if (line.strip().equals("*")) {
            return true;
        }
        Optional<String> tag = answer.first("ETag").map(Validation::weakly);
        return tag.isPresent()
                && (weakly(line.strip()).equals(tag.get())
                        || TAG.matcher(line)
                                .results()
                                .map(MatchResult::group)
                                .anyMatch(one -> weakly(one).equals(tag.get())));
    }

    private static String weakly(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}

package edgecraft.edge;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asking whether a copy is still good, on both sides of the edge (RFC 9110 §13, RFC 9111 §4.3). */
final class Validation {

    private static final Set<String> ABOUT_THE_BODY = Set.of(
            "content-length",
            "content-encoding",
            "content-range",
            "content-type",
            "transfer-encoding",
            "set-cookie",
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-authentication-info");

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
        Optional<String> tag = notModified.first("ETag").map(Validation::opaque);
        return tag.isEmpty() || tag.equals(stored.fields().first("ETag").map(Validation::opaque));
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
        Fields news = notModified.without(ABOUT_THE_BODY::contains);
        Set<String> replaced = new HashSet<>();
        news.lines().forEach(line -> replaced.add(line.name().toLowerCase(Locale.ROOT)));
        Fields kept = stored.without("Age").without(replaced::contains);
        return new Fields(
                Stream.concat(kept.lines().stream(), news.lines().stream()).toList());
    }

    /**
     * Whether a viewer has this already: {@code If-None-Match} if it is there, by weak comparison, or else
     * {@code If-Modified-Since} (RFC 9110 §13.1.2, §13.1.3).
     */
    static boolean isKnown(Fields request, Fields answer) {
        if (request.has("If-None-Match")) {
            List<String> known = request.members("If-None-Match");
            Optional<String> tag = answer.first("ETag").map(Validation::opaque);
            return known.contains("*")
                    || tag.isPresent() && known.stream().map(Validation::opaque).anyMatch(tag.get()::equals);
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

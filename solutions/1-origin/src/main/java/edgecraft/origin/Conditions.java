package edgecraft.origin;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether a conditional request gets the object that is there (RFC 9110 §13). */
final class Conditions {

    /** A tag's quotes are a part of it, as they are in S3's. */
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");

    private Conditions() {}

    /** What a request gets. */
    enum Outcome {
        /** What it would get without conditions. */
        MET,
        /** {@code 304}: the viewer has this object already. */
        NOT_MODIFIED,
        /** {@code 412}: the viewer wants only the object that it knows, and this is another. */
        FAILED
    }

    /**
     * Step 1.4: what a request with these fields gets, of an object with these validators.
     *
     * @param asked gives the value of a field of the request, or null if there is no such field
     * @param etag the object's entity tag: strong, with its quotes
     * @param modified when the object was stored, to the second
     */
    static Outcome evaluate(Function<String, @Nullable String> asked, String etag, Instant modified) {
        String ifMatch = asked.apply("If-Match");
        boolean wanted = ifMatch != null
                ? lists(ifMatch, etag, false)
                : date(asked.apply("If-Unmodified-Since"))
                        .map(date -> !modified.isAfter(date))
                        .orElse(true);
        if (!wanted) {
            return Outcome.FAILED;
        }
        String ifNoneMatch = asked.apply("If-None-Match");
        boolean known = ifNoneMatch != null
                ? lists(ifNoneMatch, etag, true)
                : date(asked.apply("If-Modified-Since"))
                        .map(date -> !modified.isAfter(date))
                        .orElse(false);
        return known ? Outcome.NOT_MODIFIED : Outcome.MET;
    }

    /**
     * Step 1.5: whether the parts that a viewer has are of this object, so that it may get another ({@code If-Range}).
     *
     * @param ifRange the field's value, a tag or a date; null if there is no such field
     * @param etag the object's entity tag: strong, with its quotes
     * @param modified when the object was stored, to the second
     */
    static boolean allowPart(@Nullable String ifRange, String etag, Instant modified) {
        return ifRange == null
                || ifRange.equals(etag)
                || date(ifRange).map(modified::equals).orElse(false);
    }

    private static boolean lists(String field, String etag, boolean weakWillDo) {
        return field.strip().equals("*")
                || TAG.matcher(field)
                        .results()
                        .anyMatch(tag -> tag.group(2).equals(etag) && (weakWillDo || tag.group(1) == null));
    }

    /** What is no date counts as not sent (RFC 9110 §13.1.3). */
    private static Optional<Instant> date(@Nullable String field) {
        try {
            return Optional.ofNullable(field)
                    .map(value -> ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

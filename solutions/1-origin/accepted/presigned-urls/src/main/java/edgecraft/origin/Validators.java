package edgecraft.origin;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The two marks by which one state of an object is told from another. */
record Validators(String tag, Instant modified) {

    static Validators of(HttpHeaders s3) {
        return new Validators(
                s3.firstValue("ETag").orElse(""),
                s3.firstValue("Last-Modified").flatMap(Validators::date).orElse(Instant.EPOCH));
    }

    boolean isNewerThan(Instant date) {
        return modified.isAfter(date);
    }

    /** Whether a validator of the field {@code If-Range} is of exactly this object. */
    boolean areExactly(String validator) {
        return validator.endsWith("\"")
                ? validator.equals(tag)
                : date(validator).map(modified::equals).orElse(false);
    }

    /** What is no date is nothing. */
    static Optional<Instant> date(String value) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package edgecraft.origin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads dates. */
final class Dates {

    private Dates() {}

    /** The moment, if it is one. */
    static Optional<Instant> read(String date) {
        try {
            return Optional.of(OffsetDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}

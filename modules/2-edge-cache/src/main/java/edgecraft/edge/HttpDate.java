package edgecraft.edge;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates as HTTP writes them (RFC 9110 §5.6.7). */
final class HttpDate {

    private static final DateTimeFormatter IMF_FIXDATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);

    /** The two old forms that a recipient must still understand. A year of two digits is one of 1970 to 2069. */
    private static final List<DateTimeFormatter> FORMS = List.of(
            anyCase().append(IMF_FIXDATE).toFormatter(Locale.US),
            anyCase()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.US),
            anyCase().appendPattern("EEE MMM ppd HH:mm:ss uuuu").toFormatter(Locale.US));

    private HttpDate() {}

    /** RFC 9111 §4.2: whoever writes {@code gmt} means the same. */
    private static DateTimeFormatterBuilder anyCase() {
        return new DateTimeFormatterBuilder().parseCaseInsensitive();
    }

    /** The date in the form that everybody sends, for example {@code Tue, 03 Nov 2026 09:05:00 GMT}. */
    static String format(Instant instant) {
        return IMF_FIXDATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** The instant that this text stands for; empty if it is not a date in any of HTTP's three forms. */
    static Optional<Instant> parse(String text) {
        for (DateTimeFormatter form : FORMS) {
            try {
                return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException notThisForm) {
                // Perhaps the next one.
            }
        }
        return Optional.empty();
    }
}

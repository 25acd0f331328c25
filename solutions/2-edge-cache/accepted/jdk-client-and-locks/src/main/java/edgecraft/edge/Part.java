package edgecraft.edge;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a body (RFC 9110 §14).
 *
 * @param first its first byte
 * @param last its last byte; before the first, if the part lies behind the end
 * @param length the length of the whole body, in bytes
 */
record Part(long first, long last, long length) {

    private static final Pattern FORM = Pattern.compile("bytes=([0-9]*)-([0-9]*)");

    /**
     * The part that a {@code Range} asks for.
     *
     * @param range the value of the field
     * @param length how long the body is, in bytes
     * @return empty if the field counts as not sent: it is malformed, has another unit, or several parts
     */
    static Optional<Part> of(String range, long length) {
        Matcher form = FORM.matcher(range);
        if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (form.group(1).isEmpty()) {
            long count = Math.min(number(form.group(2)), length);
            return Optional.of(new Part(length - count, length - 1, length));
        }
        long first = number(form.group(1));
        long last = form.group(2).isEmpty() ? Long.MAX_VALUE : number(form.group(2));
        if (last < first) {
            return Optional.empty();
        }
        return Optional.of(
                first >= length
                        ? new Part(length, length - 1, length)
                        : new Part(first, Math.min(last, length - 1), length));
    }

    /**
     * Whether a part may be sent at all: {@code If-Range} names just this answer (RFC 9110 §13.1.5), or is not there.
     */
    static boolean isAllowed(Fields request, Fields answer) {
        List<String> conditions = request.values("If-Range");
        if (conditions.isEmpty()) {
            return true;
        }
        String condition = conditions.get(0);
        if (conditions.size() > 1 || condition.startsWith("W/")) {
            return false;
        }
        return answer.first("ETag").filter(condition::equals).isPresent() || isItsDate(condition, answer);
    }

    /** Whether nothing of the body lies in it. */
    boolean isEmpty() {
        return last < first;
    }

    /** How many bytes it has. */
    long size() {
        return last - first + 1;
    }

    /** The value of {@code Content-Range}: of a 206, or of a 416 if the part is empty. */
    String contentRange() {
        return isEmpty() ? "bytes */" + length : "bytes " + first + "-" + last + "/" + length;
    }

    /** A date names an answer only if nothing can have changed in the same second after it (RFC 9110 §8.8.2.2). */
    private static boolean isItsDate(String condition, Fields answer) {
        Optional<Instant> made = answer.first("Date").flatMap(HttpDate::parse);
        Optional<Instant> changed =
                answer.first("Last-Modified").filter(condition::equals).flatMap(HttpDate::parse);
        return made.isPresent()
                && changed.isPresent()
                && Duration.between(changed.get(), made.get()).compareTo(Duration.ofSeconds(1)) >= 0;
    }

    /** Numbers have any length; what is larger than every body is as large as that. */
    private static long number(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }
}

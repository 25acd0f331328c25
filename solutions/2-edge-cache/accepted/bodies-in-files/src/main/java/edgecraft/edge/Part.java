package edgecraft.edge;

import java.math.BigInteger;
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

    private static final Pattern FORM = Pattern.compile("(?i:bytes)=([0-9]*)-([0-9]*)");

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
            return Optional.of(new Part(length - atMost(form.group(2), length), length - 1, length));
        }
        if (form.group(2).isEmpty()) {
            return Optional.of(new Part(atMost(form.group(1), length), length - 1, length));
        }
        if (new BigInteger(form.group(1)).compareTo(new BigInteger(form.group(2))) > 0) {
            return Optional.empty();
        }
        return Optional.of(new Part(atMost(form.group(1), length), atMost(form.group(2), length - 1), length));
    }

    /**
     * Whether a part may be sent at all: {@code If-Range} names just this answer (RFC 9110 §13.1.5), or is not there.
     */
    static boolean isAllowed(Fields request, Fields answer) {
        Optional<String> condition = request.first("If-Range");
        return condition.isEmpty()
                || (!condition.get().startsWith("W/")
                        && condition.get().startsWith("\"")
                        && condition.equals(answer.first("ETag")));
    }

    /** Whether nothing of the body lies in it. */
    boolean isEmpty() {
        return last < first;
    }

    /** How many bytes it has. */
    long size() {
        return isEmpty() ? 0 : last - first + 1;
    }

    /** The value of {@code Content-Range}: of a 206, or of a 416 if the part is empty. */
    String contentRange() {
        return isEmpty() ? "bytes */" + length : "bytes " + first + "-" + last + "/" + length;
    }

    private static long atMost(String digits, long most) {
        return new BigInteger(digits).min(BigInteger.valueOf(most)).longValue();
    }
}

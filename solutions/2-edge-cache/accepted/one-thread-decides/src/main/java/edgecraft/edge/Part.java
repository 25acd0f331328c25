package edgecraft.edge;

import java.math.BigInteger;
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

    private static final Pattern FORM = Pattern.compile("bytes=([0-9]*)-([0-9]*)", Pattern.CASE_INSENSITIVE);

    /**
     * The part that a {@code Range} asks for.
     *
     * @param range the value of the field
     * @param length how long the body is, in bytes
     * @return empty if the field counts as not sent: it is malformed, has another unit, or several parts
     */
    static Optional<Part> of(String range, long length) {
        Matcher form = FORM.matcher(range.strip());
        if (!form.matches() || form.group(1).isEmpty() && form.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (form.group(1).isEmpty()) {
            return Optional.of(suffix(new BigInteger(form.group(2)), length));
        }
        BigInteger first = new BigInteger(form.group(1));
        Optional<BigInteger> last =
                form.group(2).isEmpty() ? Optional.empty() : Optional.of(new BigInteger(form.group(2)));
        if (last.isPresent() && last.get().compareTo(first) < 0) {
            return Optional.empty();
        }
        long end = Math.min(length - 1, last.map(Part::clamped).orElse(Long.MAX_VALUE));
        return Optional.of(clamped(first) >= length ? nothing(length) : new Part(clamped(first), end, length));
    }

    /**
     * Whether a part may be sent at all: {@code If-Range} names just this answer (RFC 9110 §13.1.5), or is not there.
     */
    static boolean isAllowed(Fields request, Fields answer) {
        List<String> condition = request.values("If-Range");
        if (condition.isEmpty()) {
            return true;
        }
        String only = condition.get(0).strip();
        return condition.size() == 1
                && !only.startsWith("W/")
                && answer.first("ETag").filter(only::equals).isPresent();
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

    private static Part suffix(BigInteger count, long length) {
        long size = Math.min(length, clamped(count));
        return size == 0 ? nothing(length) : new Part(length - size, length - 1, length);
    }

    private static Part nothing(long length) {
        return new Part(length, length - 1, length);
    }

    private static long clamped(BigInteger number) {
        return number.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }
}

package edgecraft.edge;

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

    private static final Pattern SINGLE = Pattern.compile("bytes=[ \t]*(\\d*)-(\\d*)[ \t]*", Pattern.CASE_INSENSITIVE);

    /**
     * The part that a {@code Range} asks for.
     *
     * @param range the value of the field
     * @param length how long the body is, in bytes
     * @return empty if the field counts as not sent: it is malformed, has another unit, or several parts
     */
    static Optional<Part> of(String range, long length) {
        Matcher matcher = SINGLE.matcher(range);
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return Optional.of(suffix(number(last), length));
        }
        long from = number(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
        return to < from ? Optional.empty() : Optional.of(new Part(from, Math.min(to, length - 1), length));
    }

    /**
     * Whether a part may be sent at all: {@code If-Range} names just this answer (RFC 9110 §13.1.5), or is not there.
     */
    static boolean isAllowed(Fields request, Fields answer) {
        Optional<String> wanted = request.first("If-Range");
        // A date does not name it: a page may change twice in a second.
        return wanted.isEmpty() || (wanted.get().startsWith("\"") && wanted.equals(answer.first("ETag")));
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

    private static Part suffix(long count, long length) {
        return new Part(Math.max(0, length - count), length - 1, length);
    }

    /** Digits of any number: what can't be counted lies behind every end. */
    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}

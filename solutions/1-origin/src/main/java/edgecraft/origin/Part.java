package edgecraft.origin;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of an object (RFC 9110 §14).
 *
 * @param first the position of its first byte; the object's first byte has position 0
 * @param last the position of its last byte, which belongs to it
 */
record Part(long first, long last) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)", Pattern.CASE_INSENSITIVE);

    /**
     * Step 1.5: the part that a {@code Range} asks for.
     *
     * @param range the field's value, for example {@code bytes=0-99}
     * @param length the object's length in bytes
     * @return the part, cut off at the object's end; {@link #isEmpty empty} if nothing of the object is asked for; no part
     *     if the field is to be ignored
     */
    static Optional<Part> of(String range, long length) {
        Matcher matcher = ONE_RANGE.matcher(range.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(suffix(number(last), length));
        }
        if (!last.isEmpty() && new BigInteger(last).compareTo(new BigInteger(first)) < 0) {
            return Optional.empty();
        }
        long end = last.isEmpty() ? Long.MAX_VALUE : number(last);
        return Optional.of(new Part(number(first), Math.min(end, length - 1)));
    }

    /** Whether no byte is in it. */
    boolean isEmpty() {
        return first > last;
    }

    private static Part suffix(long count, long length) {
        return new Part(Math.max(0, length - count), length - 1);
    }

    /** A number of any length; what is more than a {@code long} is beyond every object. */
    private static long number(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }
}

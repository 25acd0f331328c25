package edgecraft.origin;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Some bytes of an object in a row: from one position to before another. */
record Span(long from, long to) {

    private static final String UNIT = "bytes=";

    /** More than any object has, and far enough from where a {@code long} ends. */
    private static final long FAR = Long.MAX_VALUE / 2;

    /** The span that a {@code Range} names. Whoever wants several gets the whole object. */
    static Optional<Span> parse(String range, long length) {
        String value = range.strip();
        int dash = value.indexOf('-');
        if (!value.toLowerCase(Locale.ROOT).startsWith(UNIT) || dash < 0) {
            return Optional.empty();
        }
        String first = value.substring(UNIT.length(), dash);
        String last = value.substring(dash + 1);
        if (!isNumber(first) || !isNumber(last) || first.isEmpty() && last.isEmpty()) {
            return Optional.empty();
        }
        if (first.isEmpty()) {
            return Optional.of(new Span(Math.max(0, length - number(last)), length));
        }
        if (!last.isEmpty() && new BigInteger(last).compareTo(new BigInteger(first)) < 0) {
            return Optional.empty();
        }
        long to = last.isEmpty() ? FAR : number(last) + 1;
        return Optional.of(new Span(number(first), Math.min(to, length)));
    }

    boolean isEmpty() {
        return from >= to;
    }

    String asRange() {
        return UNIT + from + "-" + (to - 1);
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 18 ? FAR : Long.parseLong(significant);
    }
}

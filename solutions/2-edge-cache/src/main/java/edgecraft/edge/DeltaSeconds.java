package edgecraft.edge;

import java.time.Duration;

/** Numbers of seconds as HTTP writes them: digits and nothing else (RFC 9111 §1.2.2). */
final class DeltaSeconds {

    /** What can't be counted is as much as that. */
    private static final long LONGEST = 1L << 31;

    private static final int LONGEST_DIGITS = 10;

    private DeltaSeconds() {}

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The duration; zero if it is no number, so that nothing is kept by misunderstanding. */
    static Duration of(String text) {
        return isNumber(text) ? Duration.ofSeconds(number(text)) : Duration.ZERO;
    }

    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > LONGEST_DIGITS ? LONGEST : Math.min(LONGEST, Long.parseLong(significant));
    }
}

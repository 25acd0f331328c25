package edgecraft.edge;

import java.time.Duration;
import java.util.Optional;

/** Numbers of seconds in fields (RFC 9111 §1.2.2): digits alone, of any length. */
final class DeltaSeconds {

    /** What everything larger counts as; 68 years. */
    private static final long MOST = 1L << 31;

    private static final int DIGITS_THAT_FIT = 18;

    private DeltaSeconds() {}

    /** The duration that this text says; empty if it is not made of digits alone. */
    static Optional<Duration> parse(String text) {
        if (!text.matches("[0-9]+")) {
            return Optional.empty();
        }
        String digits = text.replaceFirst("^0+(?=.)", "");
        long seconds = digits.length() > DIGITS_THAT_FIT ? MOST : Math.min(MOST, Long.parseLong(digits));
        return Optional.of(Duration.ofSeconds(seconds));
    }
}

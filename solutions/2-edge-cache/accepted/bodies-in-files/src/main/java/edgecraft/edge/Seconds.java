package edgecraft.edge;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads delta-seconds, however many digits they have (RFC 9111 §1.2.2). */
final class Seconds {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Three centuries: more than that is no more, and nothing can overflow. */
    private static final long MOST = 10_000_000_000L;

    private Seconds() {}

    /** The duration that this text stands for; empty if it is not made of digits alone. */
    static Optional<Duration> parse(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replaceFirst("^0+(?=.)", "");
        long seconds = digits.length() > 10 ? MOST : Math.min(MOST, Long.parseLong(digits));
        return Optional.of(Duration.ofSeconds(seconds));
    }
}

package edgecraft.edge;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of seconds as header fields write them. */
final class Seconds {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int MOST_DIGITS = 11;

    /** More than 3,000 years: what is longer is that long, so that sums of two never turn over. */
    private static final Duration LONGEST = Duration.ofSeconds(99_999_999_999L);

    private Seconds() {}

    /** The duration that this text stands for; empty if it is not made of digits alone. */
    static Optional<Duration> parse(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replaceFirst("^0+(?=.)", "");
        return Optional.of(digits.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(digits)));
    }
}

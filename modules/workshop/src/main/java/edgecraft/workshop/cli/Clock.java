package edgecraft.workshop.cli;

import edgecraft.workshop.check.Instance;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command {@code clock +6s}, typed while a server is served. */
final class Clock {

    private static final Pattern COMMAND = Pattern.compile("clock \\+?((\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?)");

    private Clock() {}

    /** Moves time, and says what was done; nothing if that is not what the line says. */
    static Optional<String> move(String line, Instance<?> instance) {
        Matcher command = COMMAND.matcher(line);
        if (!command.matches() || command.group(1).isEmpty()) {
            return Optional.empty();
        }
        Duration step = parse(command.group(1));
        instance.advance(step);
        return Optional.of("Your server's time moved by " + command.group(1) + ".");
    }

    private static Duration parse(String text) {
        String iso = text.toUpperCase(Locale.ROOT);
        int day = iso.indexOf('D') + 1;
        String time = iso.substring(day);
        try {
            return Duration.parse("P" + iso.substring(0, day) + (time.isEmpty() ? "" : "T" + time));
        } catch (DateTimeParseException | ArithmeticException tooLong) {
            return Duration.ZERO;
        }
    }
}

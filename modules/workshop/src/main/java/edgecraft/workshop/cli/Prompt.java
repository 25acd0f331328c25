package edgecraft.workshop.cli;

import edgecraft.workshop.check.Instance;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be typed while a server is served, and what is said to it. */
final class Prompt {

    private static final String ORIGIN = "origin";

    private final Instance<?> instance;
    private final Supplier<Optional<String>> figures;

    /**
     * @param instance whose time can be moved
     * @param figures what its origin was asked so far; nothing if it has none
     */
    Prompt(Instance<?> instance, Supplier<Optional<String>> figures) {
        this.instance = instance;
        this.figures = figures;
    }

    /** What can be typed, said at the beginning. */
    String invitation() {
        return figures.get().isPresent()
                ? "Type 'origin' to see what it has cost so far, 'clock +6s' to move time, 'stop' or Ctrl-C to end."
                : "Type 'clock +6s' to move time, 'stop' or Ctrl-C to end.";
    }

    /** Does what a line says, and tells what came of it or what could have been typed. */
    String answer(String line) {
        Optional<String> figure = figures.get();
        if (line.equals(ORIGIN) && figure.isPresent()) {
            return figure.get();
        }
        return Clock.move(line, instance)
                .orElse("Type clock +6s, clock +10m, clock +1d2h, " + (figure.isPresent() ? "origin, " : "")
                        + "or stop.");
    }
}

package edgecraft.workshop.audit;

import java.time.Duration;
import java.util.Optional;

/** How long things take, and what is left of them. */
final class Durations {

    private Durations() {}

    /**
     * How long what is left will take, if it goes on as it went; nothing as long as nothing was done.
     *
     * @param done what was done, in any unit
     * @param left what is left, in the same
     * @param elapsed how long it took to do what was done
     */
    static Optional<Duration> left(long done, long left, Duration elapsed) {
        return done == 0
                ? Optional.empty()
                : Optional.of(elapsed.multipliedBy(left).dividedBy(done));
    }

    /** For people: {@code 40 s}, {@code 12 min}, {@code 3 h 20 min}. */
    static String words(Duration duration) {
        long minutes = duration.plusSeconds(30).toMinutes();
        if (duration.toSeconds() < 90) {
            return duration.toSeconds() + " s";
        }
        return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}

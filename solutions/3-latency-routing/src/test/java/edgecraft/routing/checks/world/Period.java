package edgecraft.routing.checks.world;

import java.time.Duration;
import java.util.Random;

/**
 * A part of the hour.
 *
 * @param from when it begins, counted from the beginning of the hour
 * @param to when it is over
 */
public record Period(Duration from, Duration to) {

    /** One that begins somewhere between two minutes and lasts as long as chance has it, both in minutes. */
    static Period of(Random chance, int earliest, int latest, int shortest, int longest) {
        Duration from = Duration.ofMinutes(earliest).plus(some(chance, latest - earliest));
        return new Period(from, from.plusMinutes(shortest).plus(some(chance, longest - shortest)));
    }

    private static Duration some(Random chance, int minutes) {
        return Duration.ofSeconds(chance.nextInt(60 * minutes));
    }

    public boolean contains(Duration time) {
        return time.compareTo(from) >= 0 && time.compareTo(to) < 0;
    }
}

package edgecraft.kit.host;

import edgecraft.kit.Time;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** Stands in settings for the time of an instance that does not exist yet; the host puts the real one in its place. */
public record TimeMark() implements Time, Serializable {

    @Override
    public Instant instant() {
        throw new IllegalStateException("only the host knows the time of an instance");
    }

    @Override
    public Repetition every(Duration period, Runnable task) {
        throw new IllegalStateException("only the host knows the time of an instance");
    }
}

package edgecraft.kit.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.kit.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualTimeTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ManualTime time = new ManualTime(START);
    private final List<String> ran = new ArrayList<>();

    @Test
    void it_stands_still_until_it_is_moved() {
        assertThat(time.instant()).isEqualTo(START);
        time.advance(Duration.ofHours(25));
        assertThat(time.instant()).isEqualTo(START.plus(Duration.ofHours(25)));
    }

    @Test
    void what_falls_due_has_run_when_the_move_returns_each_at_its_own_instant() {
        time.every(Duration.ofSeconds(2), () -> ran.add("a" + sinceStart()));
        time.every(Duration.ofSeconds(3), () -> ran.add("b" + sinceStart()));
        time.advance(Duration.ofSeconds(6));
        assertThat(ran).containsExactly("a2", "b3", "a4", "b6", "a6");
    }

    @Test
    void nothing_runs_before_its_time() {
        time.every(Duration.ofSeconds(2), () -> ran.add("a"));
        time.advance(Duration.ofMillis(1999));
        assertThat(ran).isEmpty();
        time.advance(Duration.ofMillis(1));
        assertThat(ran).containsExactly("a");
    }

    @Test
    void a_cancelled_repetition_does_not_run_again() {
        Time.Repetition repetition = time.every(Duration.ofSeconds(1), () -> ran.add("a"));
        time.advance(Duration.ofSeconds(1));
        repetition.cancel();
        time.advance(Duration.ofSeconds(9));
        assertThat(ran).containsExactly("a");
    }

    @Test
    void a_task_that_throws_has_its_next_turn() {
        time.every(Duration.ofSeconds(1), () -> {
            ran.add("a");
            throw new IllegalStateException("on purpose");
        });
        time.advance(Duration.ofSeconds(2));
        assertThat(ran).containsExactly("a", "a");
    }

    @Test
    void a_period_of_nothing_is_refused() {
        assertThatThrownBy(() -> time.every(Duration.ZERO, () -> {})).isInstanceOf(IllegalArgumentException.class);
    }

    private long sinceStart() {
        return Duration.between(START, time.instant()).toSeconds();
    }
}

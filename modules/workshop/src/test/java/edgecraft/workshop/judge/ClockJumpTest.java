package edgecraft.workshop.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockJumpTest {

    private Duration clock = Duration.ofDays(20_000);
    private Duration truth = Duration.ofSeconds(-5);
    private final ClockJump jump = ClockJump.watch(() -> clock.toMillis(), () -> truth.toNanos());

    @Test
    void time_that_goes_by_is_no_jump() {
        goOn(Duration.ofHours(3), Duration.ofHours(3));
        assertThat(jump.seen()).isEmpty();
    }

    @Test
    void a_clock_that_is_put_right_bit_by_bit_does_not_jump() {
        goOn(Duration.ofMillis(60_400), Duration.ofSeconds(60));
        assertThat(jump.seen()).isEmpty();
        goOn(Duration.ofMillis(59_200), Duration.ofSeconds(60));
        assertThat(jump.seen()).isEmpty();
    }

    @Test
    void a_clock_that_is_set_forward_jumps() {
        goOn(Duration.ofSeconds(11), Duration.ofSeconds(10));
        assertThat(jump.seen()).contains(Duration.ofSeconds(1));
    }

    @Test
    void a_clock_that_is_set_back_jumps_as_well() {
        goOn(Duration.ofHours(-3), Duration.ofSeconds(2));
        assertThat(jump.seen()).contains(Duration.ofHours(3).plusSeconds(2));
    }

    private void goOn(Duration onTheClock, Duration inTruth) {
        clock = clock.plus(onTheClock);
        truth = truth.plus(inTruth);
    }
}

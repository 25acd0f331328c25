package edgecraft.workshop.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration ORDINARY = Pace.ORDINARY_TRIAL;

    @Test
    void a_machine_that_is_ordinary_or_faster_has_the_limits_as_they_are_written() {
        assertThat(Pace.of(Duration.ZERO)).isEqualTo(Pace.ORDINARY);
        assertThat(Pace.of(ORDINARY)).isEqualTo(Pace.ORDINARY);
        assertThat(Pace.of(ORDINARY.multipliedBy(14).dividedBy(10))).isEqualTo(Pace.ORDINARY);
        assertThat(Pace.ORDINARY.times(Duration.ofSeconds(10))).hasSeconds(10);
        assertThat(Pace.ORDINARY.note()).isEmpty();
    }

    @Test
    void a_machine_that_takes_three_times_as_long_has_three_times_the_time_and_its_owner_is_told() {
        Pace third = Pace.of(ORDINARY.multipliedBy(3));
        assertThat(third.times(Duration.ofSeconds(10))).hasSeconds(30);
        assertThat(third.note())
                .hasValue("this machine is slow or busy now: everything has 3 times as much time as usual");
    }

    @Test
    void what_is_in_between_is_rounded() {
        assertThat(Pace.of(ORDINARY.multipliedBy(16).dividedBy(10)).factor()).isEqualTo(2);
    }

    @Test
    void no_machine_is_waited_for_for_ever() {
        assertThat(Pace.of(Duration.ofHours(1)).factor()).isEqualTo(Pace.SLOWEST);
    }
}

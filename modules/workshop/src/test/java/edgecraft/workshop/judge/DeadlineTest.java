package edgecraft.workshop.judge;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.check.Pace;
import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private final Deadline deadline = new Deadline(Duration.ofSeconds(60));

    @Test
    void a_check_that_stands_still_has_the_ordinary_time() {
        assertThat(looksUntilOver(look -> 3)).isEqualTo(6);
        assertThat(deadline.given()).hasSeconds(60);
    }

    @Test
    void a_check_that_goes_on_has_until_it_stands_still() {
        assertThat(looksUntilOver(look -> Math.min(look, 9))).isEqualTo(10);
        assertThat(deadline.given()).hasSeconds(100);
    }

    @Test
    void no_check_goes_on_for_ever() {
        assertThat(looksUntilOver(look -> look)).isEqualTo(30);
        assertThat(deadline.given()).hasMinutes(5);
    }

    @Test
    void a_slow_machine_has_more_of_every_time() {
        JudgeOptions third =
                JudgeOptions.ordinary(1).at(new Pace(3)).withoutGates().staying();
        assertThat(third.patience()).hasSeconds(30);
        assertThat(third.deadline()).hasMinutes(3);
    }

    private int looksUntilOver(IntUnaryOperator happened) {
        int look = 1;
        while (!deadline.isOver(happened.applyAsInt(look))) {
            look++;
        }
        return look;
    }
}

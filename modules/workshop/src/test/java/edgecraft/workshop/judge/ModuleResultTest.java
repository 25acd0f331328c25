package edgecraft.workshop.judge;

import static edgecraft.workshop.judge.Verdict.BROKEN;
import static edgecraft.workshop.judge.Verdict.FAILED;
import static edgecraft.workshop.judge.Verdict.PASSED;
import static edgecraft.workshop.judge.Verdict.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleResultTest {

    @Test
    void points_of_a_step_are_rounded_down_and_bonus_is_apart() {
        ModuleResult result = Samples.result(PASSED, FAILED, PASSED, PASSED);
        assertThat(result.points(false)).isEqualTo(5 + 5);
        assertThat(result.maxPoints(false)).isEqualTo(15);
        assertThat(result.points(true)).isEqualTo(7);
    }

    @Test
    void a_failed_or_waiting_core_check_is_exit_code_1() {
        assertThat(Samples.result(PASSED, PASSED, PASSED, PASSED).exitCode()).isZero();
        assertThat(Samples.result(PASSED, FAILED, PASSED, PASSED).exitCode()).isEqualTo(1);
        assertThat(Samples.result(FAILED, WAITING, WAITING, PASSED).exitCode()).isEqualTo(1);
    }

    @Test
    void a_failed_bonus_check_is_not() {
        assertThat(Samples.result(PASSED, PASSED, PASSED, FAILED).exitCode()).isZero();
    }

    @Test
    void a_broken_check_is_exit_code_3_whatever_else_there_is() {
        assertThat(Samples.result(FAILED, PASSED, PASSED, BROKEN).exitCode()).isEqualTo(3);
    }

    @Test
    void no_results_are_never_a_pass() {
        ModuleResult nothing =
                new ModuleResult(Samples.module(), 1, "embedded", "none", List.of(), List.of(), List.of());
        assertThat(nothing.exitCode()).isEqualTo(1);
        ModuleResult notCompiled =
                new ModuleResult(Samples.module(), 1, "embedded", "none", List.of(), List.of("error"), List.of());
        assertThat(notCompiled.exitCode()).isEqualTo(1);
    }
}

package edgecraft.workshop.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndingTest {

    private static final Optional<Duration> JUMPED = Optional.of(Duration.ofHours(3));

    @Test
    void what_fails_is_the_learners() {
        Ending ending = ended(new AssertionError("expected 200\n"), Optional.empty());
        assertThat(ending.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(ending.message()).isEqualTo("expected 200");
        assertThat(ending.unsettled()).isFalse();
    }

    @Test
    void what_fails_while_the_clock_jumps_says_nothing_of_the_learner() {
        Ending ending = ended(new AssertionError("expected 200"), JUMPED);
        assertThat(ending.unsettled()).isTrue();
        assertThat(ending.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(ending.message())
                .isEqualTo(
                        "this machine's clock jumped by 10800 s while the check ran: it was set, or the machine slept;"
                                + " run the check again");
    }

    @Test
    void what_passes_has_passed_whatever_the_clock_did() {
        Ending ending = new Ending(Optional.empty(), Optional.empty(), Optional.empty(), JUMPED);
        assertThat(ending.unsettled()).isFalse();
        assertThat(ending.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(ending.message()).isEmpty();
    }

    @Test
    void what_took_too_long_is_late_and_what_else_fails_is_not() {
        AssertionError failed = new AssertionError("expected 200");
        assertThat(ended(failed, Optional.empty()).late()).isFalse();
        assertThat(new Ending(
                                Optional.of(failed),
                                Optional.empty(),
                                Optional.of(Duration.ofMinutes(1)),
                                Optional.empty())
                        .late())
                .isTrue();
        assertThat(new Ending(Optional.empty(), Optional.empty(), Optional.of(Duration.ofMinutes(1)), Optional.empty())
                        .late())
                .isFalse();
    }

    private static Ending ended(Throwable thrown, Optional<Duration> jumped) {
        return new Ending(Optional.of(thrown), Optional.empty(), Optional.empty(), jumped);
    }
}

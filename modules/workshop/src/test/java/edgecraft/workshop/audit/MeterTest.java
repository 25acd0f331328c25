package edgecraft.workshop.audit;

import static edgecraft.workshop.audit.AuditSamples.NONE;
import static edgecraft.workshop.audit.AuditSamples.judged;
import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.proof.Case;
import edgecraft.workshop.proof.Complaint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeterTest {

    private static final Case MISTAKE = AuditSamples.mistake("wrong", "9.1/first", false);
    private static final Judged GOOD = judged(MISTAKE, 7, NONE, "failed");
    private static final Judged BAD =
            judged(MISTAKE, 7, List.of(new Complaint("9.1/first to fail: why", "passed", "")), "passed");

    private final StringWriter said = new StringWriter();
    private Instant now = Instant.EPOCH;

    @Test
    void where_a_line_can_not_be_written_over_there_is_one_now_and_then() {
        Meter meter = meter(false, 0);
        pass(20, meter, GOOD);
        assertThat(said.toString()).isEmpty();
        pass(20, meter, GOOD);
        assertThat(said.toString()).isEqualTo("  2 of 4 judged, 0 not as expected, about 40 s left\n");
        pass(20, meter, GOOD);
        assertThat(said.toString()).hasLineCount(1);
    }

    @Test
    void on_a_terminal_the_line_is_written_over() {
        Meter meter = meter(true, 0);
        pass(20, meter, GOOD);
        pass(20, meter, BAD);
        assertThat(said.toString())
                .isEqualTo("\r\u001b[K  1 of 4 judged, 0 not as expected, about 60 s left"
                        + "\r\u001b[K  ✘ 9-sample mistake/wrong: expected 9.1/first to fail: why; it came passed\n"
                        + "\r\u001b[K  2 of 4 judged, 1 not as expected, about 40 s left");
    }

    @Test
    void what_was_judged_before_is_said_to_be_kept() {
        meter(false, 3);
        assertThat(said.toString()).isEqualTo("3 of 4 were judged before and are kept; --fresh judges them again.\n");
    }

    @Test
    void estimates_are_as_exact_as_they_can_be() {
        assertThat(Durations.left(0, 9, Duration.ofSeconds(3))).isEmpty();
        assertThat(Durations.left(3, 9, Duration.ofSeconds(4))).contains(Duration.ofSeconds(12));
        assertThat(Durations.words(Duration.ofSeconds(89))).isEqualTo("89 s");
        assertThat(Durations.words(Duration.ofSeconds(100))).isEqualTo("2 min");
        assertThat(Durations.words(Duration.ofMinutes(200))).isEqualTo("3 h 20 min");
    }

    private void pass(int seconds, Meter meter, Judged judged) {
        now = now.plusSeconds(seconds);
        meter.over("9-sample", judged);
    }

    private Meter meter(boolean terminal, int kept) {
        return new Meter(
                new PrintWriter(said, true),
                terminal,
                () -> now,
                4,
                kept,
                (4L - kept) * GOOD.trial().weight());
    }
}

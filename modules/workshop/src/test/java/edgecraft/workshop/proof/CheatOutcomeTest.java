package edgecraft.workshop.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheatOutcomeTest {

    private static final Cheat.What WHAT = new Cheat.What(
            "9-sample",
            "attacks",
            "a wall",
            Cheat.Over.STARTER,
            5,
            null,
            null,
            List.of("refused"),
            List.of("all passed"),
            null,
            null);

    @Test
    void a_cheat_that_gets_what_it_earned_is_no_reason_to_complain() {
        assertThat(new CheatOutcome(1, "it is refused\n", 5, List.of()).complaints(WHAT))
                .isEmpty();
    }

    @Test
    void whatever_differs_is_told() {
        assertThat(new CheatOutcome(0, "\u001b[2Jall passed\n", 7, List.of("x is changed")).complaints(WHAT))
                .containsExactly(
                        new Complaint("exit code 1", "to 0", ""),
                        new Complaint("5 points", "to 7", ""),
                        new Complaint("to be told: refused", "something else", ""),
                        new Complaint("never to be told: all passed", "nevertheless", ""),
                        new Complaint("nothing that a terminal obeys", "control characters", ""),
                        new Complaint("nothing to stay behind or to change", "x is changed", ""));
        assertThat(new CheatOutcome(1, "refused", null, List.of()).complaints(WHAT))
                .containsExactly(new Complaint("a report", "to none", ""));
    }

    @Test
    void a_judge_that_had_to_be_ended_is_a_reason_to_complain() {
        assertThat(new CheatOutcome(null, "refused", 5, List.of()).complaints(WHAT))
                .containsExactly(new Complaint("the judge to come to an end", "to none, and was ended", ""));
    }
}

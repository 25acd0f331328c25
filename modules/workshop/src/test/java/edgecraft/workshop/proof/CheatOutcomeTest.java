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
                        "it earns 7 points, not 5",
                        "the exit code is 0, not 1",
                        "it is not told: refused",
                        "it is told: all passed",
                        "control characters are printed",
                        "x is changed");
        assertThat(new CheatOutcome(1, "refused", null, List.of()).complaints(WHAT))
                .containsExactly("there is no report");
    }
}

package edgecraft.workshop.audit;

import static edgecraft.workshop.audit.AuditSamples.options;
import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.proof.Case;
import edgecraft.workshop.proof.Case.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Case REFERENCE = AuditSamples.right(Kind.REFERENCE, "");
    private static final Case ACCEPTED = AuditSamples.right(Kind.ACCEPTED, "own-signature");
    private static final Case ECHO = AuditSamples.right(Kind.DEGENERATE, "echo");
    private static final Case FORGOTTEN = AuditSamples.mistake("allow-forgotten", "9.1/first", false);
    private static final Case LOOKS = AuditSamples.cheat("looks", null);
    private static final Case KILLS = AuditSamples.cheat("kills", "sandbox");
    private static final List<Case> ALL = List.of(REFERENCE, ACCEPTED, ECHO, FORGOTTEN);

    private static final long SEED = AuditOptions.USUAL_SEED;

    @Test
    void cases_that_one_check_is_asked_about_are_judged_more_at_a_time() {
        Plan plan = Plan.of(ALL, options(false, 1), true);
        assertThat(plan.whole()).extracting(Trial::subject).containsExactly(REFERENCE, ACCEPTED, ECHO);
        assertThat(plan.single()).containsExactly(new Trial(FORGOTTEN, SEED));
        assertThat(plan.again()).isEmpty();
    }

    @Test
    void right_answers_are_judged_again_with_other_seeds_and_nothing_else_is() {
        Plan plan = Plan.of(ALL, options(false, 3), true);
        assertThat(plan.again())
                .containsExactly(
                        new Trial(REFERENCE, SEED + 1),
                        new Trial(REFERENCE, SEED + 2),
                        new Trial(ACCEPTED, SEED + 1),
                        new Trial(ACCEPTED, SEED + 2));
        assertThat(plan.trials()).hasSize(8);
    }

    @Test
    void cheats_are_tried_when_nothing_else_is_judged_and_some_only_in_a_sandbox() {
        List<Case> cheats = List.of(LOOKS, KILLS, REFERENCE);
        Plan plan = Plan.of(cheats, options(false, 2), true);
        assertThat(plan.cheats()).extracting(Trial::subject).containsExactly(LOOKS, KILLS);
        assertThat(plan.trials()).extracting(Trial::subject).containsExactly(REFERENCE, LOOKS, KILLS, REFERENCE);
        assertThat(plan.skipped()).isEmpty();
        Plan without = Plan.of(cheats, options(false, 1, "cheat/*"), false);
        assertThat(without.trials()).extracting(Trial::subject).containsExactly(LOOKS);
        assertThat(without.skipped()).containsExactly(KILLS);
    }

    @Test
    void what_fits_no_case_is_told_even_beside_what_does() {
        assertThat(options(false, 1).unknownAmong(ALL)).isEmpty();
        assertThat(options(false, 1, "reference", "mistakes/allow-forgotten", "mistake/*", "cheat/*")
                        .unknownAmong(ALL))
                .containsExactly("mistakes/allow-forgotten", "cheat/*");
    }

    @Test
    void a_case_is_asked_for_by_its_id_its_name_or_a_part_of_them() {
        assertThat(asked("reference")).containsExactly(REFERENCE);
        assertThat(asked("echo")).containsExactly(ECHO);
        assertThat(asked("accepted/*", "mistake/allow*")).containsExactly(ACCEPTED, FORGOTTEN);
        assertThat(asked("allow")).isEmpty();
        assertThat(asked("allow.forgotten")).isEmpty();
    }

    private static List<Case> asked(String... cases) {
        return Plan.of(ALL, options(false, 1, cases), true).trials().stream()
                .map(Trial::subject)
                .toList();
    }
}

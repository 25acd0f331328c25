package edgecraft.workshop.proof;

import static edgecraft.workshop.judge.Verdict.BROKEN;
import static edgecraft.workshop.judge.Verdict.FAILED;
import static edgecraft.workshop.judge.Verdict.PASSED;
import static edgecraft.workshop.judge.Verdict.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.Samples;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationsTest {

    private static final String SAID = "expected <this> & \u001b[31mthat\uFFFF";
    private static final ModuleResult ALL = Samples.result(PASSED, PASSED, PASSED, PASSED);
    private static final ModuleResult CORE = Samples.result(PASSED, PASSED, PASSED, FAILED);
    private static final ModuleResult NOTHING = Samples.result(FAILED, FAILED, FAILED, FAILED);

    private static final Mistake MISTAKE = new Mistake("File.java", "a", "b", "b is wrong.", "9.1/second");

    @Test
    void the_reference_must_have_everything() {
        assertThat(Expectations.everything().complaints(ALL)).isEmpty();
        assertThat(Expectations.everything().complaints(CORE))
                .containsExactly(
                        new Complaint("9.3/extra to pass", "failed", SAID),
                        new Complaint("7 bonus points", "to 0", ""));
    }

    @Test
    void an_accepted_answer_must_have_all_of_the_core_and_break_nothing() {
        assertThat(Expectations.allOfTheCore().complaints(CORE)).isEmpty();
        assertThat(Expectations.allOfTheCore().complaints(Samples.result(PASSED, WAITING, PASSED, BROKEN)))
                .containsExactly(
                        new Complaint("9.1/second to pass", "waiting", SAID),
                        new Complaint("9.3/extra to pass", "broken", SAID),
                        new Complaint("15 core points", "to 10", ""));
    }

    @Test
    void the_starter_must_fail_by_its_stubs() {
        assertThat(Expectations.everyCheckFailsByAStub().complaints(NOTHING))
                .hasSize(4)
                .contains(new Complaint("9.1/first to fail by 'is not built yet'", "failed", SAID));
        assertThat(Expectations.noPoints().complaints(NOTHING)).isEmpty();
    }

    @Test
    void who_looks_at_nothing_has_the_points_that_are_written_down() {
        assertThat(Expectations.points(22).complaints(ALL)).isEmpty();
        assertThat(Expectations.points(0).complaints(CORE))
                .containsExactly(new Complaint("0 points", "to 15", "passed: [9.1/first, 9.1/second, 9.2/third]"));
        assertThat(Expectations.points(null).complaints(NOTHING))
                .containsExactly(new Complaint("points that are written down", "to 0", "passed: []"));
    }

    @Test
    void a_mistake_must_fail_the_check_it_names_whatever_else_it_fails() {
        assertThat(caught(PASSED, FAILED, FAILED)).isEmpty();
        assertThat(caught(FAILED, PASSED, FAILED))
                .containsExactly(new Complaint("9.1/second to fail: b is wrong.", "passed", ""));
        assertThat(caught(PASSED, FAILED, BROKEN))
                .containsExactly(new Complaint("9.2/third to pass or to fail", "broken", SAID));
        assertThat(caught(PASSED, BROKEN, PASSED))
                .containsExactly(new Complaint("9.1/second to fail: b is wrong.", "broken", SAID));
    }

    @Test
    void what_does_not_compile_is_never_what_was_expected() {
        ModuleResult errors = new ModuleResult(
                Samples.module(), 1, "none", "none", List.of(), List.of("File.java:1: error: ;"), List.of());
        List<Complaint> told = List.of(new Complaint("code that compiles", "with errors", "File.java:1: error: ;"));
        assertThat(Expectations.caught(MISTAKE).complaints(errors)).isEqualTo(told);
        assertThat(Expectations.noPoints().complaints(errors)).isEqualTo(told);
        assertThat(Expectations.everything().complaints(errors)).isEqualTo(told);
    }

    private static List<Complaint> caught(Verdict first, Verdict second, Verdict third) {
        return Expectations.caught(MISTAKE).complaints(Samples.result(first, second, third, PASSED));
    }
}

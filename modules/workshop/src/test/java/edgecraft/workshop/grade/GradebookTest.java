package edgecraft.workshop.grade;

import static edgecraft.workshop.judge.Verdict.BROKEN;
import static edgecraft.workshop.judge.Verdict.FAILED;
import static edgecraft.workshop.judge.Verdict.PASSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.ExitCode;
import edgecraft.workshop.Misuse;
import edgecraft.workshop.Samples;
import edgecraft.workshop.judge.ModuleResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradebookTest {

    @TempDir
    Path directory;

    @Test
    void a_row_for_each_and_no_points_where_there_is_no_score() {
        Gradebook book = new Gradebook(List.of(
                graded("alice", Samples.result(PASSED, PASSED, PASSED, FAILED)),
                graded("=bob,\"x\"", Samples.result(PASSED, FAILED, PASSED, FAILED)),
                graded("carol", Samples.result(PASSED, BROKEN, PASSED, PASSED)),
                Graded.refused("dave", "it is for another edition"),
                graded("erin", notCompiled())));
        assertThat(book.csv()).isEqualTo("""
                submission,outcome,points,max_points,bonus,max_bonus,modules,seed,reason\r
                alice,passed,15,15,0,7,9-sample,42,\r
                "'=bob,""x""\",failed,10,15,0,7,9-sample,42,\r
                carol,broken,,15,,7,9-sample,42,\r
                dave,refused,,0,,0,,,it is for another edition\r
                erin,not compiled,0,15,0,7,9-sample,42,"A.java:3: error: '}', please"\r
                """);
    }

    @Test
    void every_submission_of_a_room_has_a_name_of_its_own() throws IOException {
        Path room = Files.createDirectory(directory.resolve("room"));
        Path zip = Files.createFile(room.resolve("alice.zip"));
        Path clone = Files.createDirectory(room.resolve("alice"));
        Files.createFile(room.resolve(".DS_Store"));
        assertThat(Room.of(List.of(room), true)).containsExactly(Map.entry("alice", clone), Map.entry("alice-2", zip));
        assertThat(Room.of(List.of(room), false)).containsExactly(Map.entry("room", room));
    }

    @Test
    void an_empty_room_is_misuse() {
        assertThatThrownBy(() -> Room.of(List.of(directory), true)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Room.of(List.of(directory.resolve("none")), true))
                .isInstanceOf(Misuse.class);
    }

    @Test
    void a_line_says_what_it_is_worth_and_why_nothing_was_judged() {
        assertThat(Gradebook.line(graded("alice", Samples.result(PASSED, PASSED, PASSED, FAILED))))
                .matches("alice +passed +15 of 15 points, bonus 0 of 7");
        assertThat(Gradebook.line(graded("carol", Samples.result(PASSED, BROKEN, PASSED, PASSED))))
                .matches("carol +broken +no score");
        assertThat(Gradebook.line(Graded.refused("dave", "it is for another edition")))
                .matches("dave +refused +no score: it is for another edition");
        assertThat(Gradebook.line(graded("erin", notCompiled())))
                .matches("erin +not compiled +0 of 15 points, bonus 0 of 7: A.java:3: error: '}', please");
    }

    @Test
    void what_is_broken_outranks_what_failed_and_what_was_refused() {
        ModuleResult passed = Samples.result(PASSED, PASSED, PASSED, PASSED);
        ModuleResult failed = Samples.result(PASSED, FAILED, PASSED, PASSED);
        ModuleResult broken = Samples.result(PASSED, PASSED, BROKEN, PASSED);
        assertThat(exitCode(passed)).isZero();
        assertThat(exitCode(passed, failed)).isEqualTo(1);
        assertThat(exitCode(failed, broken, passed)).isEqualTo(3);
        assertThat(new Graded("dave", List.of(), Map.of(), "no").exitCode()).isEqualTo(2);
        assertThat(ExitCode.ofWorst(List.of(3, 2, 1, 0), code -> code)).isEqualTo(3);
    }

    private static int exitCode(ModuleResult... results) {
        return new Graded("alice", List.of(results), Map.of(), "").exitCode();
    }

    private static ModuleResult notCompiled() {
        return Samples.notCompiled(List.of("A.java:3: error: '}', please\n  more of it", "and another"), List.of());
    }

    private static Graded graded(String name, ModuleResult result) {
        return new Graded(name, List.of(result), Map.of(), "");
    }
}

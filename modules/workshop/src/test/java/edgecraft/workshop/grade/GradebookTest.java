package edgecraft.workshop.grade;

import static edgecraft.workshop.judge.Verdict.BROKEN;
import static edgecraft.workshop.judge.Verdict.FAILED;
import static edgecraft.workshop.judge.Verdict.PASSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                Graded.refused("dave", "it is for another edition")));
        assertThat(book.csv()).isEqualTo("""
                submission,outcome,points,max_points,bonus,max_bonus,modules,seed\r
                alice,passed,15,15,0,7,9-sample,42\r
                "'=bob,""x""\",failed,10,15,0,7,9-sample,42\r
                carol,broken,,15,,7,9-sample,42\r
                dave,refused,,0,,0,,\r
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

    private static Graded graded(String name, ModuleResult result) {
        return new Graded(name, List.of(result), Map.of(), "");
    }
}

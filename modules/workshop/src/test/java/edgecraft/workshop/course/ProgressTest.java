package edgecraft.workshop.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    @TempDir
    Path root;

    private Progress progress;
    private Path file;

    @BeforeEach
    void open() {
        progress = new Progress(Workspace.of(root));
        file = root.resolve(".edgecraft/progress.json");
    }

    @Test
    void nothing_is_known_at_first() {
        assertThat(progress.read().passed("1.1/exact-bytes")).isFalse();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_new_verdict_replaces_the_old_one_and_leaves_the_others() {
        progress.keep(Map.of("1.1/a", "passed", "1.1/b", "failed"));
        progress.keep(Map.of("1.1/b", "passed"));
        assertThat(progress.read().verdicts()).containsOnly(Map.entry("1.1/a", "passed"), Map.entry("1.1/b", "passed"));
    }

    @Test
    void a_hint_shows_one_part_more_each_time_up_to_the_last() {
        IntStream.range(0, 5).forEach(any -> progress.showHint("1.1", 3));
        assertThat(progress.read().hints()).containsEntry("1.1", 3);
    }

    @Test
    void a_damaged_file_is_set_aside_and_not_lost() throws IOException {
        progress.keep(Map.of("1.1/a", "passed"));
        Files.writeString(file, "{\"version\": 1, \"verdi");
        assertThat(progress.read().verdicts()).isEmpty();
        assertThat(root.resolve(".edgecraft/progress.damaged.json")).hasContent("{\"version\": 1, \"verdi");
        progress.keep(Map.of("1.1/b", "passed"));
        assertThat(progress.read().passed("1.1/b")).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> whatever_is_no_progress_is_set_aside() {
        return Stream.of("", "null", "{}", "[]", "{\"version\": 1, \"verdicts\": null, \"hints\": {}}", "\0\0\0")
                .map(damaged -> dynamicTest("'" + damaged.replace('\0', '0') + "'", () -> {
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, damaged);
                    progress.keep(Map.of("1.1/b", "passed"));
                    assertThat(progress.read().verdicts()).containsOnly(Map.entry("1.1/b", "passed"));
                    assertThat(root.resolve(".edgecraft/progress.damaged.json")).hasContent(damaged);
                }));
    }

    @Test
    void a_file_that_can_not_be_written_keeps_what_was_known() throws IOException {
        progress.keep(Map.of("1.1/a", "passed"));
        Files.createDirectories(root.resolve(
                ".edgecraft/progress.json." + ProcessHandle.current().pid() + ".new/not empty"));
        assertThatThrownBy(() -> progress.keep(Map.of("1.1/b", "passed"))).isInstanceOf(MachineFault.class);
        assertThat(progress.read().verdicts()).containsOnly(Map.entry("1.1/a", "passed"));
    }

    @Test
    void a_write_that_was_interrupted_leaves_the_old_file() throws IOException {
        progress.keep(Map.of("1.1/a", "passed"));
        Files.writeString(root.resolve(".edgecraft/progress123.new"), "{\"vers");
        assertThat(progress.read().passed("1.1/a")).isTrue();
    }

    @Test
    void two_at_once_lose_nothing() {
        IntStream.range(0, 40)
                .parallel()
                .forEach(i -> new Progress(Workspace.of(root)).keep(Map.of("1.1/c" + i, "passed")));
        assertThat(progress.read().verdicts()).hasSize(40);
    }
}

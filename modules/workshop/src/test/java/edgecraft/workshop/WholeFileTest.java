package edgecraft.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = directory.resolve("below/report.json");
    }

    @Test
    void a_file_is_replaced_and_nothing_else_is_left() throws IOException {
        WholeFile.write(file, "old");
        WholeFile.write(file, "now: ü");
        assertThat(file).hasContent("now: ü");
        try (Stream<Path> all = Files.list(file.getParent())) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void what_can_not_be_written_leaves_the_old_file() throws IOException {
        WholeFile.write(file, "old");
        // Where the new text would go first: as full as a disk can be, for everybody's eyes and on every system.
        Path taken =
                file.resolveSibling("report.json." + ProcessHandle.current().pid() + ".new");
        Files.createDirectories(taken.resolve("not empty"));
        assertThatThrownBy(() -> WholeFile.write(file, "new"))
                .isInstanceOf(MachineFault.class)
                .hasMessageStartingWith("can't write to " + file + " (");
        assertThat(file).hasContent("old");
    }

    @Test
    void a_write_that_was_killed_half_way_is_made_good_by_the_next() throws IOException {
        WholeFile.write(file, "old");
        Files.writeString(
                file.resolveSibling("report.json." + ProcessHandle.current().pid() + ".new"), "half, and longer");
        WholeFile.write(file, "new");
        assertThat(file).hasContent("new");
    }

    @Test
    void many_at_once_write_one_whole_text() throws IOException {
        String text = "0123456789".repeat(1000);
        IntStream.range(0, 20)
                .parallel()
                .forEach(number -> WholeFile.write(file, text.replace('0', (char) ('a' + number))));
        String kept = Files.readString(file);
        assertThat(kept).isEqualTo(text.replace('0', kept.charAt(0)));
    }
}

package edgecraft.workshop.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.MachineFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintsTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("HINTS.md");
        Files.writeString(file, """
                # Hints

                ## 1.1 One

                ### Question

                Why?

                ### Way

                So.

                ## 1.10 Ten

                ### Question

                What?
                """);
    }

    @Test
    void a_step_has_the_parts_of_its_own_section() {
        assertThat(Hints.of(file, "1.1")).containsExactly("Question\n\nWhy?", "Way\n\nSo.");
        assertThat(Hints.of(file, "1.10")).containsExactly("Question\n\nWhat?");
    }

    @Test
    void a_step_without_a_section_is_not_the_learners_fault() {
        assertThatThrownBy(() -> Hints.of(file, "1.2")).isInstanceOf(MachineFault.class);
    }
}

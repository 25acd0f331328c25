package edgecraft.workshop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    private static final String MODULE = "9-sample";

    @TempDir
    Path root;

    private Workspace clone;

    @BeforeEach
    void a_clone() throws IOException {
        clone = Workspace.of(root);
        write("solutions/9-sample/src/main/Part.java");
        Files.createDirectories(root.resolve("solutions/cheats"));
    }

    @Test
    void what_verdicts_follow_from_changes_the_hash() throws IOException {
        for (String file : List.of(
                "solutions/9-sample/src/main/Other.java",
                "solutions/9-sample/mistakes/a.yaml",
                "solutions/9-sample/accepted/own/README.md",
                "solutions/9-sample/degenerate.yaml",
                ".edgecraft/lib/judge/edgecraft-workshop.jar",
                ".edgecraft/lib/checks/edgecraft-9-sample-checks.jar",
                ".edgecraft/lib/subject/9-sample/edgecraft-kit.jar")) {
            String before = Inputs.hash(clone, MODULE);
            write(file);
            assertThat(Inputs.hash(clone, MODULE)).as(file).isNotEqualTo(before);
        }
    }

    @Test
    void what_they_do_not_follow_from_leaves_it() throws IOException {
        String before = Inputs.hash(clone, MODULE);
        for (String file : List.of(
                "solutions/9-sample/NOTES.md",
                "solutions/8-other/mistakes/a.yaml",
                ".edgecraft/lib/checks/edgecraft-8-other-checks.jar",
                ".edgecraft/lib/judge/jackson.jar",
                "modules/9-sample/README.md")) {
            write(file);
            assertThat(Inputs.hash(clone, MODULE)).as(file).isEqualTo(before);
        }
    }

    @Test
    void a_cheat_counts_for_the_module_that_it_is_handed_in_for() throws IOException {
        String before = Inputs.hash(clone, MODULE);
        Path other = write("solutions/cheats/other/cheat.yaml");
        Files.writeString(other, cheat("8-other"));
        assertThat(Inputs.hash(clone, MODULE)).isEqualTo(before);

        Files.writeString(write("solutions/cheats/own/cheat.yaml"), cheat(MODULE));
        assertThat(Inputs.hash(clone, MODULE)).isNotEqualTo(before);
    }

    private static String cheat(String module) {
        return "module: " + module + "\nattack: looks about\ndefence: a wall\nover: starter\nearns: 0\n";
    }

    private Path write(String file) throws IOException {
        Path written = root.resolve(file);
        Files.createDirectories(written.getParent());
        return Files.writeString(written, file);
    }
}

package edgecraft.workshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.Workshop;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.report.Style;
import edgecraft.workshop.stage.Pristine;
import edgecraft.workshop.stage.Stage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    private static final Path MODULES =
            Path.of("../../modules").toAbsolutePath().normalize();

    @TempDir
    Path root;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void cloneTheModules() throws IOException {
        for (String module : Pristine.modules()) {
            cloneModule(module);
        }
    }

    private void cloneModule(String module) throws IOException {
        try (Stream<Path> files = Files.walk(MODULES.resolve(module))) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !MODULES.relativize(file).startsWith(Path.of(module, "target")))
                    .forEach(file -> Stage.copy(
                            file,
                            root.resolve("modules")
                                    .resolve(MODULES.relativize(file).toString())));
        }
        Pristine pristine = new Pristine(Workspace.of(root), module);
        pristine.files().forEach(pristine::file);
    }

    @Test
    void without_a_command_it_says_where_one_is_and_what_is_next() {
        assertThat(run()).isZero();
        assertThat(said.toString())
                .startsWith("1-origin  Origin\n  · 1.1 Serve an object")
                .contains("Next: ./workshop check 1.1   (lesson: modules/1-origin/README.md)");
    }

    @Test
    void every_command_tells_the_version() {
        assertThat(run("--version")).isZero();
        assertThat(run("check", "--version")).isZero();
        assertThat(said).hasToString("Edgecraft sources\nEdgecraft sources\n");
    }

    @Test
    void a_clone_is_updated_by_git() {
        assertThat(run("update", "edgecraft.zip")).isEqualTo(2);
        assertThat(said).hasToString("this is no edition but a clone of the workshop: git pull updates it.\n");
    }

    @Test
    void an_edition_needs_the_solutions() {
        assertThat(run("edition", root.resolve("out").toString())).isEqualTo(2);
        assertThat(said).hasToString("the solutions are not part of this edition; ask whoever gave it to you.\n");
    }

    @Test
    void what_there_is_not_is_misuse() {
        assertThat(run("check", "7")).isEqualTo(2);
        assertThat(said.toString())
                .isEqualTo("there is no module 7; there is " + String.join(", ", Pristine.modules()) + ".\n");
    }

    @Test
    void an_unknown_option_is_misuse() {
        assertThat(run("check", "1", "--sede", "4")).isEqualTo(2);
        assertThat(said.toString()).startsWith("Unknown option: '--sede'");
    }

    @Test
    void a_bucket_that_does_not_exist_is_misuse() {
        assertThat(run("check", "1", "--bucket", "floppy")).isEqualTo(2);
        assertThat(said.toString()).contains("expected one of [embedded, minio]");
    }

    @Test
    void no_debugger_gets_into_a_sandbox() {
        assertThat(run("check", "1", "--debug", "--sandbox", "auto")).isEqualTo(2);
        assertThat(said).hasToString("No debugger gets into a sandbox: leave out --debug or --sandbox.\n");
    }

    @Test
    void a_container_is_not_reached_from_a_sandbox() {
        assertThat(run("check", "1", "--bucket", "minio", "--sandbox", "required"))
                .isEqualTo(2);
        assertThat(said)
                .hasToString(
                        "MinIO's container can't be reached from a sandbox: leave out --bucket minio or --sandbox.\n");
    }

    @Test
    void a_place_that_can_not_be_written_to_is_the_machines_fault() throws IOException {
        Workspace.delete(root.resolve(".edgecraft"));
        Files.writeString(root.resolve(".edgecraft"), "a file where a directory belongs");
        assertThat(run("check", "1")).isEqualTo(3);
        assertThat(said.toString())
                .startsWith("can't write to " + root.resolve(".edgecraft"))
                .contains("Make the directory writable and see that the disk is not full");
    }

    @Test
    void a_tool_that_gets_no_more_memory_or_threads_is_the_machines_fault() {
        PrintWriter none = new PrintWriter(said, true) {
            @Override
            public void println(String line) {
                throw new OutOfMemoryError("unable to create native thread");
            }
        };
        Terminal terminal = new Terminal(none, new PrintWriter(said, true), Style.PLAIN);
        assertThat(Workshop.run(Workspace.of(root), terminal)).isEqualTo(3);
        assertThat(said.toString())
                .startsWith("the workshop got no more memory or threads: unable to create native thread.\n")
                .contains("raise their limit (ulimit -u)");
    }

    @Test
    void a_given_file_that_matches_no_pristine_one_is_the_machines_fault() throws IOException {
        Workspace.delete(root.resolve(".edgecraft"));
        Files.writeString(root.resolve("modules/1-origin/exercise.yaml"), "points: 1000");
        assertThat(run("check", "1")).isEqualTo(3);
        assertThat(said.toString())
                .startsWith("modules/1-origin/exercise.yaml is not the file this workshop was built with")
                .contains("git checkout -- 'modules/1-origin/exercise.yaml'");
    }

    @Test
    void a_hint_comes_a_part_at_a_time() {
        assertThat(run("hint", "1.1")).isZero();
        assertThat(said.toString())
                .startsWith("Question\n")
                .doesNotContain("Nudge")
                .contains("(this was part 1 of 3)");
        run("hint", "1.1");
        assertThat(said.toString()).contains("Nudge").doesNotContain("Way\n");
        run("hint", "1.1");
        assertThat(said.toString()).contains("Way\n").contains("That was the last part.");
    }

    @Test
    void reset_brings_the_starter_back_and_moves_the_learners_files_aside() throws IOException {
        Path mine = root.resolve("modules/1-origin/src/main/java/edgecraft/origin/Mine.java");
        Path keys = mine.resolveSibling("Keys.java");
        Path given = mine.resolveSibling("BucketClient.java");
        Files.writeString(given, "my client");
        String starter = Files.readString(keys);
        Files.writeString(mine, "my work");
        Files.writeString(keys, "my keys");

        assertThat(run("reset", "1")).isZero();

        assertThat(keys).hasContent(starter);
        assertThat(mine).doesNotExist();
        try (Stream<Path> aside = Files.walk(root.resolve(".edgecraft/aside"))) {
            assertThat(aside.filter(Files::isRegularFile).map(CommandTest::read))
                    .contains("my work", "my keys", "my client");
        }
    }

    @Test
    void reset_touches_nothing_if_the_starter_can_not_be_found() throws IOException {
        Path keys = root.resolve("modules/1-origin/src/main/java/edgecraft/origin/Keys.java");
        Files.writeString(keys, "my keys");
        Files.delete(root.resolve(".edgecraft/pristine/1-origin/src/main/java/edgecraft/origin/Keys.java"));

        assertThat(run("reset", "1")).isEqualTo(3);
        assertThat(keys).hasContent("my keys");
    }

    @Test
    void the_solution_is_not_in_every_edition() {
        assertThat(run("solution", "1")).isEqualTo(2);
        assertThat(said.toString())
                .isEqualTo("the solutions are not part of this edition; ask whoever gave it to you.\n");
    }

    @Test
    void an_audit_needs_the_solutions() {
        assertThat(run("audit")).isEqualTo(2);
        assertThat(said.toString())
                .isEqualTo("the solutions are not part of this edition; ask whoever gave it to you.\n");
    }

    @Test
    void an_audit_of_no_runs_is_misuse() {
        assertThat(run("audit", "1", "--repeat", "0")).isEqualTo(2);
        assertThat(said.toString()).isEqualTo("--jobs takes 1 to 32, --repeat 1 or more.\n");
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(said, true);
        return Workshop.run(Workspace.of(root), new Terminal(out, out, Style.PLAIN), arguments);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

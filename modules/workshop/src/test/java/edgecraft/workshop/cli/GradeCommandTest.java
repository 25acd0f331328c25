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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends before a learner's code runs; what is graded in full is in {@code GraderTest}. */
class GradeCommandTest {

    private static final Workspace SOURCES = Workspace.of(Path.of("../.."));
    private static final String DAMAGED = "PK, and no more";

    @TempDir
    Path root;

    private final StringWriter said = new StringWriter();
    private Workspace clone = SOURCES;
    private Path room = Path.of("");
    private Path report = Path.of("");

    @BeforeEach
    void a_clone_without_libraries_and_a_room() throws IOException {
        clone = Workspace.of(root.resolve("clone"));
        for (String module : Pristine.modules()) {
            Pristine pristine = new Pristine(SOURCES, module);
            for (String file : module.equals("2-edge-cache") ? pristine.files() : List.of("exercise.yaml")) {
                Stage.copy(
                        pristine.file(file),
                        clone.state().resolve("pristine").resolve(module).resolve(file));
            }
        }
        room = Files.createDirectory(root.resolve("room"));
        report = root.resolve("report");
    }

    @Test
    void what_there_is_not_is_misuse_and_no_result() {
        assertThat(grade(root.resolve("nobody").toString())).isEqualTo(2);
        assertThat(said)
                .hasToString(
                        "there is no " + root.resolve("nobody") + "; name a directory, a zip or a git repository.\n");
        assertThat(grade(room.toString(), "--module", "7")).isEqualTo(2);
        assertThat(said.toString()).contains("there is no module 7; there is 1-origin,");
        assertThat(grade("--each", room.toString())).isEqualTo(2);
        assertThat(said.toString()).contains("there is nothing in [" + room + "]");
        assertThat(report).doesNotExist();
    }

    @Test
    void what_is_no_submission_is_misuse_and_no_result() throws IOException {
        write("text", "hello");
        assertThat(grade(room.resolve("text").toString())).isEqualTo(2);
        write("alice.zip", DAMAGED);
        assertThat(grade(room.resolve("alice.zip").toString(), "--commit", "main"))
                .isEqualTo(2);
        write("bob/modules/2-edge-cache/exercise.yaml", "contract: 2");
        assertThat(grade(room.resolve("bob").toString())).isEqualTo(2);
        assertThat(said.toString())
                .contains("text is no directory, zip or git repository.\na zip has no commits: leave out --commit")
                .contains(
                        "\nmodules/2-edge-cache/exercise.yaml is of contract 2, and this workshop grades contract 1.");
        assertThat(report).doesNotExist();
    }

    @Test
    void a_damaged_zip_is_worth_nothing_and_the_files_say_why() throws IOException {
        write("alice.zip", DAMAGED);
        assertThat(grade(room.resolve("alice.zip").toString(), "--module", "2")).isEqualTo(1);
        assertThat(said.toString()).contains("error: the zip is damaged (").contains("\n0 of 100 points");
        assertThat(report.resolve("report.json"))
                .content()
                .contains("\"points\" : 0,")
                .contains("error: the zip is damaged (");
    }

    @Test
    void without_files_of_the_module_or_without_the_commit_it_is_worth_nothing() throws IOException {
        write("alice/notes.txt", "nothing yet");
        String alice = room.resolve("alice").toString();
        assertThat(grade(alice, "--module", "2")).isEqualTo(1);
        assertThat(said.toString()).contains("error: no file of package edgecraft.edge was handed in");
        assertThat(grade(alice, "--module", "2", "--commit", "handed-in")).isEqualTo(1);
        assertThat(said.toString()).contains("so has no commit handed-in");
    }

    @Test
    void what_was_ignored_is_said_on_the_terminal_and_in_the_files() throws IOException {
        write("alice/pom.xml", "<project/>");
        write("alice/Edge.java", "package edgecraft.edge;");
        write("alice/again/Edge.java", "package edgecraft.edge; class Edge {}");
        String ignored = "pom.xml is none of the learner's files: ignored";
        assertThat(grade(room.resolve("alice").toString())).isEqualTo(1);
        assertThat(said.toString())
                .contains("  note: " + ignored + "\n")
                .contains("Edge.java and again/Edge.java have the same name and package; hand in one");
        assertThat(report.resolve("report.json")).content().contains(ignored);
    }

    @Test
    void one_that_is_no_submission_keeps_nobody_else_from_a_result() throws IOException {
        write("alice.zip", DAMAGED);
        write("bob/modules/2-edge-cache/exercise.yaml", "contract: 2");
        write("carol/notes.txt", "nothing yet");
        assertThat(grade("--each", room.toString(), "--module", "2", "--seed", "7"))
                .isEqualTo(2);
        assertThat(said.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .hasSize(3)
                .anyMatch(line -> line.matches("alice not compiled 0 of 100 points.*: error: the zip is damaged .*"))
                .anyMatch(line -> line.startsWith("bob refused no score: modules/2-edge-cache/exercise.yaml is of"))
                .anyMatch(line -> line.endsWith(": error: no file of package edgecraft.edge was handed in"));
        assertThat(rows()).hasSize(4).satisfies(rows -> {
            assertThat(rows.get(1)).startsWith("alice,not compiled,0,100,").contains("2-edge-cache,7,");
            assertThat(rows.get(2)).startsWith("bob,refused,,0,,0,,,");
            assertThat(rows.get(3)).startsWith("carol,not compiled,0,100,");
        });
        assertThat(report.resolve("alice/results.json")).exists();
        assertThat(report.resolve("bob")).doesNotExist();
    }

    @Test
    void a_fault_of_the_machines_outranks_what_failed_and_what_was_graded_is_kept() throws IOException {
        write("alice.zip", DAMAGED);
        write("bob/Edge.java", "package edgecraft.edge; class Edge {}");
        assertThat(grade("--each", room.toString(), "--module", "2")).isEqualTo(3);
        assertThat(said.toString()).contains("the libraries of module 2-edge-cache are not in");
        assertThat(rows()).hasSize(2).last().asString().startsWith("alice,not compiled,0,100,");
    }

    private int grade(String... words) {
        PrintWriter out = new PrintWriter(said, true);
        String[] arguments = Stream.concat(
                        Stream.of("grade", "--sandbox", "off", "--report", report.toString()), Stream.of(words))
                .toArray(String[]::new);
        return Workshop.run(clone, new Terminal(out, out, Style.PLAIN), arguments);
    }

    private List<String> rows() throws IOException {
        return Files.readAllLines(report.resolve("gradebook.csv"));
    }

    private void write(String name, String text) throws IOException {
        Workspace.directoryOf(room.resolve(name));
        Files.writeString(room.resolve(name), text);
    }
}

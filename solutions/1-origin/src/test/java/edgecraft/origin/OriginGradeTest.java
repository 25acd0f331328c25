package edgecraft.origin;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.Workshop;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.cli.Terminal;
import edgecraft.workshop.install.Libraries;
import edgecraft.workshop.report.Style;
import edgecraft.workshop.stage.Pristine;
import edgecraft.workshop.stage.Stage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The starter, handed in and graded by the command: its first check fails, and the others wait. */
class OriginGradeTest {

    private static final String MODULE = "1-origin";
    private static final Workspace SOURCES = Workspace.of(Path.of("../.."));
    private static final String CLAIM = "the body is the object, byte for byte";
    private static final String SEEN = "viewer → origin";

    @TempDir
    Path root;

    private Workspace clone = SOURCES;

    @BeforeEach
    void a_clone_with_the_starter() {
        clone = Workspace.of(root.resolve("clone"));
        Libraries.subject(SOURCES.root(), MODULE, clone.lib());
        for (String module : Pristine.modules()) {
            Pristine pristine = new Pristine(SOURCES, module);
            for (String file : module.equals(MODULE) ? pristine.files() : List.of("exercise.yaml")) {
                Stage.copy(pristine.file(file), clone.module(module).resolve(file));
            }
        }
    }

    @Test
    void as_much_is_told_as_was_asked_for() throws IOException {
        assertThat(told("full")).allSatisfy(text -> assertThat(text).contains(CLAIM, SEEN, "1.1/exact-bytes"));
        assertThat(told("observed"))
                .allSatisfy(text ->
                        assertThat(text).contains(SEEN, "1.1/exact-bytes").doesNotContain(CLAIM));
        assertThat(told("verdict"))
                .allSatisfy(text -> assertThat(text).contains("1.1/exact-bytes").doesNotContain(CLAIM, SEEN));
    }

    /** What the terminal says, and what a file does. */
    private String[] told(String disclosure) throws IOException {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int exitCode = Workshop.run(
                clone,
                new Terminal(out, out, Style.PLAIN),
                "grade",
                clone.module(MODULE).toString(),
                "--sandbox",
                "off",
                "--disclose",
                disclosure,
                "--report",
                root.resolve(disclosure).toString());
        assertThat(exitCode).as(said.toString()).isEqualTo(1);
        return new String[] {
            said.toString(), Files.readString(root.resolve(disclosure).resolve("summary.md"))
        };
    }
}

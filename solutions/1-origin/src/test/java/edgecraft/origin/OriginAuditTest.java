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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit of two mistakes, by the command and with the checks of module 1. */
class OriginAuditTest {

    private static final String MODULE = "1-origin";
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** What it says is no mistake. */
    private static final String HARMLESS = """
            file: src/main/java/edgecraft/origin/Site.java
            find: package edgecraft.origin;
            replace: package edgecraft.origin; // as it was
            reason: A comment changes nothing.
            check: 1.2/writes-refused
            """;

    @TempDir
    Path root;

    private final StringWriter said = new StringWriter();
    private Workspace clone;

    @BeforeEach
    void a_clone_with_two_mistakes() throws IOException {
        clone = Workspace.of(root);
        Libraries.subject(ROOT, MODULE, clone.lib());
        for (String module : Pristine.modules()) {
            Pristine pristine = new Pristine(Workspace.of(ROOT), module);
            for (String file : module.equals(MODULE) ? pristine.files() : List.of("exercise.yaml")) {
                Stage.copy(pristine.file(file), clone.module(module).resolve(file));
            }
        }
        Path original = ROOT.resolve("solutions").resolve(MODULE);
        try (Stream<Path> files = Files.walk(original.resolve("src/main"))) {
            files.filter(Files::isRegularFile).forEach(file -> copy(original, file));
        }
        copy(original, original.resolve("degenerate.yaml"));
        copy(original, original.resolve("mistakes/allow-forgotten.yaml"));
        Files.writeString(clone.solution(MODULE).resolve("mistakes/harmless.yaml"), HARMLESS);
    }

    private void copy(Path original, Path file) {
        Stage.copy(
                file, clone.solution(MODULE).resolve(original.relativize(file).toString()));
    }

    @Test
    void it_names_what_is_not_as_expected_and_keeps_what_it_judged() {
        Path report = root.resolve("report");
        assertThat(audit("--case", "mistake/*", "--report", report.toString())).isEqualTo(1);
        assertThat(said.toString().lines())
                .contains(
                        "  ✘ 1-origin mistake/harmless, seed 20260101",
                        "      expected  1.2/writes-refused to fail: A comment changes nothing.",
                        "      it came   passed",
                        "      look      ./workshop audit 1 --case mistake/harmless --show")
                .last()
                .asString()
                .startsWith("✘ 1-origin  1 as expected, 1 not   in ");
        assertThat(report.resolve("audit.md"))
                .content()
                .contains("| allow-forgotten | `1.2/writes-refused` |")
                .contains("| harmless | `1.2/writes-refused` **does not** |")
                .doesNotContain(root.toString());

        said.getBuffer().setLength(0);
        assertThat(audit("--case", "mistake/*")).isEqualTo(1);
        assertThat(said.toString()).startsWith("2 of 2 were judged before and are kept; --fresh judges them again.\n");

        said.getBuffer().setLength(0);
        assertThat(audit("--case", "allow-forgotten", "--show")).isZero();
        assertThat(said.toString())
                .contains("1.2 A site")
                .doesNotContain("judged before")
                .doesNotContain(" log ");
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void a_case_that_is_not_there_is_misuse() {
        assertThat(audit("--case", "mistake/none")).isEqualTo(2);
        assertThat(said.toString()).startsWith("there is no case mistake/none; cases are named like reference");
    }

    private int audit(String... options) {
        PrintWriter out = new PrintWriter(said, true);
        String[] arguments =
                Stream.concat(Stream.of("audit", "1"), Stream.of(options)).toArray(String[]::new);
        return Workshop.run(clone, new Terminal(out, out, Style.PLAIN), arguments);
    }
}

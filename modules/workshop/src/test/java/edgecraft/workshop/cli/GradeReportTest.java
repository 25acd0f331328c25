package edgecraft.workshop.cli;

import static edgecraft.workshop.judge.Verdict.BROKEN;
import static edgecraft.workshop.judge.Verdict.FAILED;
import static edgecraft.workshop.judge.Verdict.PASSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Samples;
import edgecraft.workshop.grade.Graded;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.report.Disclosure;
import edgecraft.workshop.report.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradeReportTest {

    private static final ModuleResult FAILING = Samples.result(PASSED, FAILED, PASSED, PASSED);

    @TempDir
    Path directory;

    private final StringWriter said = new StringWriter();

    @Test
    void terminal_and_files_tell_the_same_of_a_failure() throws IOException {
        told(Disclosure.FULL);
        assertThat(console()).contains("claim of 9.1/second", "expected <this>", "RFC 9110 §8", "--like 9.1/second");
        assertThat(files()).contains("claim of 9.1/second", "expected <this>", "RFC 9110 §8");

        told(Disclosure.OBSERVED);
        assertThat(console()).contains("9.1/second", "RFC 9110 §8").doesNotContain("claim", "expected <", "--like");
        assertThat(files()).contains("9.1/second", "RFC 9110 §8").doesNotContain("claim", "expected <");

        told(Disclosure.VERDICT);
        assertThat(console()).contains("9.1/second").doesNotContain("claim", "expected <", "RFC 9110", "--like");
        assertThat(files()).contains("9.1/second").doesNotContain("claim", "expected <", "RFC 9110");
    }

    @Test
    void terminal_and_files_agree_on_the_points_and_that_there_may_be_none() throws IOException {
        report(Disclosure.FULL).alone(graded("alice", FAILING));
        assertThat(console()).endsWith("\n10 of 15 points, bonus 7 of 7\n");
        assertThat(file("summary.md")).startsWith("## 10 of 15 points, bonus 7 of 7\n");

        report(Disclosure.FULL).alone(graded("alice", Samples.result(PASSED, FAILED, BROKEN, PASSED)));
        assertThat(console()).endsWith("\nNo score: something failed that is not the learner's code (marked !).\n");
        assertThat(file("summary.md")).startsWith("## No score\n");
    }

    @Test
    void what_is_refused_alone_is_misuse_and_in_a_room_a_row() throws IOException {
        Graded refused = new Graded("dave", List.of(), Map.of(), "it is for another edition");
        assertThatThrownBy(() -> report(Disclosure.FULL).alone(refused))
                .isInstanceOf(Misuse.class)
                .hasMessage("it is for another edition");

        report(Disclosure.FULL).latest(List.of(graded("alice", FAILING), refused));
        assertThat(console()).matches("dave +refused +no score: it is for another edition\n");
        assertThat(file("gradebook.csv")).contains("\nalice,failed,10,").contains("\ndave,refused,,");
    }

    private void told(Disclosure disclosure) {
        report(disclosure).alone(graded("alice", FAILING).disclosed(disclosure));
    }

    private GradeReport report(Disclosure disclosure) {
        said.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(said, true);
        return new GradeReport(new Terminal(out, out, Style.PLAIN), directory, disclosure, directory);
    }

    private static Graded graded(String name, ModuleResult result) {
        return new Graded(name, List.of(result), Map.of(), "");
    }

    private String console() {
        return said.toString();
    }

    private String files() throws IOException {
        return file("report.json") + file("results.json");
    }

    private String file(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }
}

package edgecraft.workshop.report;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.Samples;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowLogTest {

    private static final String FILE = "modules/9-sample/src/main/java/edgecraft/sample/A.java";

    @TempDir
    Path directory;

    private final StringWriter said = new StringWriter();

    @Test
    void outside_of_a_workflow_nothing_is_said() {
        WorkflowLog log =
                log(Map.of("GITHUB_STEP_SUMMARY", directory.resolve("summary").toString()));
        assertThat(log.withoutCommands(() -> 7)).isEqualTo(7);
        log.tell(List.of(notCompiled(FILE + ":3: error: no")), Map.of());
        assertThat(said.toString()).isEmpty();
        assertThat(directory.resolve("summary")).doesNotExist();
    }

    @Test
    void what_is_printed_meanwhile_is_no_command() {
        WorkflowLog log = log(Map.of("GITHUB_ACTIONS", "true"));
        log.withoutCommands(() -> {
            log.out().println("::error::forged");
            return 0;
        });
        assertThat(said.toString()).matches("::stop-commands::([0-9a-f-]{36})\\R::error::forged\\R::\\1::\\R");
    }

    @Test
    void the_summary_is_added_to_what_is_there() throws IOException {
        Path summary = Files.writeString(directory.resolve("summary"), "before\n");
        log(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()))
                .tell(
                        List.of(Samples.result(Verdict.PASSED, Verdict.PASSED, Verdict.PASSED, Verdict.FAILED)),
                        Map.of());
        assertThat(Files.readString(summary)).startsWith("before\n## 15 of 15 points, bonus 0 of 7\n");
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void a_compile_error_is_shown_at_the_learners_line() {
        assertThat(Annotations.of(
                        List.of(notCompiled(
                                FILE + ":12: error: cannot find symbol\n  100% of it", "and 3 more errors")),
                        Map.of()))
                .containsExactly("::error file=" + FILE
                        + ",line=12,title=Does not compile::cannot find symbol%0A  100%25 of it");
    }

    @Test
    void a_file_is_named_as_it_was_handed_in() {
        assertThat(Annotations.of(
                        List.of(notCompiled(FILE + ":12: error: no")), Map.of(FILE, "my, files/A:\n::error::.java")))
                .containsExactly("::error file=my%2C files/A%3A\\x0a%3A%3Aerror%3A%3A.java,line=12"
                        + ",title=Does not compile::no");
    }

    @Test
    void no_more_errors_are_shown_than_github_shows() {
        assertThat(Annotations.of(
                        List.of(notCompiled(IntStream.range(1, 50)
                                .mapToObj(line -> FILE + ":" + line + ": error: no")
                                .toArray(String[]::new))),
                        Map.of()))
                .hasSize(10);
    }

    private WorkflowLog log(Map<String, String> environment) {
        return new WorkflowLog(environment, new PrintWriter(said, true));
    }

    private static ModuleResult notCompiled(String... errors) {
        return new ModuleResult(Samples.module(), 1, "embedded", "none", List.of(), List.of(errors), List.of());
    }
}

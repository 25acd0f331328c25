package edgecraft.workshop.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the grading action makes of its inputs, with a tool that only writes down how it was called. What it makes of a learner who
 * has tampered with everything is shown by {@code .ci/grade-action}, with the real one.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the action grades on Linux")
class GradeActionTest {

    private static final Path ACTION = Path.of("../../.github/actions/grade/action.yml");

    @TempDir
    Path directory;

    private Path learner = Path.of("");
    private Path runner = Path.of("");

    @BeforeEach
    void makeALearnerAndATool() throws IOException {
        learner = Files.createDirectories(directory.resolve("a learner's checkout"));
        runner = Files.createDirectories(directory.resolve("runner"));
        Path action = directory.resolve("tool/.github/actions/grade/action.yml");
        Files.createDirectories(action.getParent());
        Files.copy(ACTION, action);
        program(directory.resolve("tool/workshop"), """
                printf '%s\\n' "$@" >"$RUNNER_TEMP/arguments"
                mkdir -p "$4" && echo YmFzZTY0 >"$4/github-classroom.txt"
                exit "$(cat "$RUNNER_TEMP/exit" 2>/dev/null || echo 0)"
                """);
    }

    @Test
    void the_tool_beside_the_action_grades() throws Exception {
        grade(Map.of());

        assertThat(arguments())
                .containsExactly(
                        "grade",
                        ".",
                        "--report",
                        runner.resolve("edgecraft-report").toString(),
                        "--disclose",
                        "full",
                        "--bucket",
                        "embedded",
                        "--sandbox",
                        "off");
    }

    @Test
    void nothing_that_the_learner_has_is_run() throws Exception {
        for (String name : List.of("workshop", "mvnw", "java", "bwrap", "sudo")) {
            program(learner.resolve(name), "touch \"$RUNNER_TEMP/ran\"\n");
        }

        grade(Map.of());

        assertThat(runner.resolve("ran")).doesNotExist();
        assertThat(runner.resolve("arguments")).exists();
    }

    @Test
    void an_input_is_one_argument_whatever_is_in_it() throws Exception {
        String hostile = "1\" $(touch hurt) `touch hurt`; touch hurt #";

        grade(Map.of("submission", "a b", "module", hostile, "seed", "7 8", "disclose", hostile));

        assertThat(arguments()).contains("a b", hostile, "--seed", "7 8").hasSize(14);
        assertThat(learner.resolve("hurt")).doesNotExist();
    }

    @Test
    void it_ends_as_grading_ends() throws Exception {
        for (int expected : List.of(0, 1, 2, 3)) {
            Files.writeString(runner.resolve("exit"), String.valueOf(expected));
            CompositeAction action = action();

            assertThat(action.run(inputs(Map.of()))).isEqualTo(expected);
            assertThat(action.output("exit-code")).isEqualTo(String.valueOf(expected));
        }
    }

    @Test
    void what_others_read_are_outputs() throws Exception {
        CompositeAction action = grade(Map.of("report", runner.resolve("there").toString()));

        assertThat(action.output("report")).isEqualTo(runner.resolve("there").toString());
        assertThat(action.output("github-classroom")).isEqualTo("YmFzZTY0");
    }

    @Test
    void nothing_is_taken_from_a_cache_unless_asked_for() throws Exception {
        Files.createDirectories(directory.resolve("tool/modules/kit"));
        Files.createDirectories(directory.resolve("tool/.mvn/wrapper"));
        for (String file : List.of("pom.xml", "modules/kit/pom.xml", ".mvn/wrapper/maven-wrapper.properties")) {
            Files.writeString(directory.resolve("tool").resolve(file), file);
        }

        assertThat(grade(Map.of()).ran()).containsExactly("Grade");
        assertThat(grade(Map.of("cache", "true")).ran()).containsExactly("Name what the tool is built with", "Grade");
        assertThat(Files.readString(runner.resolve("outputs-1")))
                .containsPattern("^key=edgecraft-Linux-[0-9a-f]{64}\n");
    }

    private CompositeAction grade(Map<String, String> given) throws IOException, InterruptedException {
        CompositeAction action = action();
        assertThat(action.run(inputs(given))).isZero();
        return action;
    }

    private CompositeAction action() {
        return new CompositeAction(directory.resolve("tool/.github/actions/grade"), learner, runner);
    }

    private static Map<String, String> inputs(Map<String, String> given) {
        Map<String, String> inputs = new HashMap<>(Map.of("sandbox", "off"));
        inputs.putAll(given);
        return inputs;
    }

    private List<String> arguments() throws IOException {
        return Files.readAllLines(runner.resolve("arguments"));
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}

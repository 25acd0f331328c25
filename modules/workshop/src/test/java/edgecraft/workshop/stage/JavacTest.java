package edgecraft.workshop.stage;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavacTest {

    @TempDir
    private Path temporary = Path.of("");

    @Test
    void code_that_javac_has_no_stack_for_is_the_learners_fault() throws IOException {
        String deep = "(1 + ".repeat(20_000) + "1" + ")".repeat(20_000);

        assertThat(errors("class Bomb { int deep = " + deep + "; }", Duration.ofMinutes(5)))
                .containsExactly(
                        "error: javac gave up on your code (StackOverflowError). Is an expression nested very deep,"
                                + " or a constant very long?");
    }

    @Test
    void javac_has_its_time_and_no_more() throws IOException {
        String doubled = IntStream.range(0, 40)
                .mapToObj(i -> "var x" + (i + 1) + " = java.util.Map.of(x" + i + ", x" + i + "); ")
                .collect(Collectors.joining());

        assertThat(errors("class Bomb { void types() { var x0 = 1; " + doubled + "} }", Duration.ofSeconds(1)))
                .containsExactly(
                        "error: javac was not done with your code within 1 s. Which expression is hard to find a type"
                                + " for? Write the types down.");
    }

    @Test
    void errors_are_as_many_and_as_long_as_anybody_reads() throws IOException {
        String line = "int a = nothing; ".repeat(50);

        List<String> errors = errors(
                "class Bomb { void wrong() { " + line + "/*" + "x".repeat(10_000) + "*/ } }", Duration.ofMinutes(5));
        assertThat(errors).hasSize(21).endsWith("and 79 more errors");
        assertThat(errors.get(0)).hasSizeLessThan(2_010).endsWith("…");
    }

    private List<String> errors(String source, Duration patience) throws IOException {
        Files.writeString(temporary.resolve("Bomb.java"), source);
        return new Javac(ToolProvider.getSystemJavaCompiler(), patience)
                .errors(Samples.module(), temporary, List.of("Bomb.java"), List.of(), temporary);
    }
}

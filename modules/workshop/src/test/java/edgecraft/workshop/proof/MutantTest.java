package edgecraft.workshop.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutantTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void mutants_are_called_after_their_line_and_equal_changes_of_a_line_are_numbered_as_they_stand_there()
            throws IOException {
        Files.writeString(directory.resolve("Part.java"), "class Part {\n    boolean isEmpty;\n}\n");
        Path report = Files.writeString(
                directory.resolve("mutations.xml"),
                "<mutations>" + mutation("SURVIVED", 9, "negated") + mutation("KILLED", 7, "negated")
                        + mutation("NO_COVERAGE", 8, "removed") + "</mutations>");
        assertThat(Mutant.read(report, directory))
                .containsExactly(
                        new Mutant(new Mutant.Name("Part.java", "boolean isEmpty;", "negated"), "KILLED"),
                        new Mutant(new Mutant.Name("Part.java", "boolean isEmpty;", "removed"), "NO_COVERAGE"),
                        new Mutant(new Mutant.Name("Part.java", "boolean isEmpty;", "negated (2)"), "SURVIVED"));
    }

    @Test
    void what_no_check_reaches_has_survived_and_what_took_too_long_has_not() {
        Mutant.Name any = new Mutant.Name("Part.java", "boolean isEmpty;", "negated");
        assertThat(new Mutant(any, "SURVIVED").survived()).isTrue();
        assertThat(new Mutant(any, "NO_COVERAGE").survived()).isTrue();
        assertThat(new Mutant(any, "KILLED").survived()).isFalse();
        assertThat(new Mutant(any, "TIMED_OUT").survived()).isFalse();
    }

    private static String mutation(String status, int index, String change) {
        return """
                <mutation detected='false' status='%s' numberOfTestsRun='0'><sourceFile>Part.java</sourceFile>
                <mutatedClass>edgecraft.origin.Part</mutatedClass><mutatedMethod>isEmpty</mutatedMethod>
                <methodDescription>()Z</methodDescription><lineNumber>2</lineNumber><mutator>any</mutator>
                <indexes><index>%d</index></indexes><description>%s</description></mutation>
                """.formatted(status, index, change);
    }
}

package edgecraft.workshop.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Samples;
import edgecraft.workshop.sample.SampleSubjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerTest {

    @TempDir
    Path directory;

    @Test
    void a_java_without_a_compiler_is_the_machines_fault() {
        assertThatThrownBy(() -> new Compiler(directory.resolve("classes"), null)
                        .compile(Samples.module(), directory, List.of(), List.of()))
                .isInstanceOf(MachineFault.class)
                .hasMessage(
                        "this Java (" + System.getProperty("java.home") + ") has no compiler: it is a JRE, not a JDK.\n"
                                + "Install a JDK 17 or later, or point JAVA_HOME at one, and run the command again.");
    }

    @Test
    void a_class_that_can_not_be_written_is_the_machines_fault_and_no_error_of_the_learners() throws IOException {
        Path source = directory.resolve("source");
        String file = "src/main/java/edgecraft/sample/Sample.java";
        Files.createDirectories(source.resolve(file).getParent());
        Files.writeString(
                source.resolve(file),
                "package edgecraft.sample;"
                        + " public class Sample implements edgecraft.kit.Exercise<edgecraft.kit.OriginSettings> {"
                        + " public io.javalin.Javalin create(edgecraft.kit.OriginSettings settings) { return null; } }");
        Path out = directory.resolve("out");
        Files.createDirectories(out);
        Files.writeString(out.resolve("edgecraft"), "a file where a directory belongs");
        Javac javac = new Javac(ToolProvider.getSystemJavaCompiler(), Javac.PATIENCE);
        assertThatThrownBy(() -> javac.errors(Samples.module(), source, List.of(file), SampleSubjects.classPath(), out))
                .isInstanceOf(MachineFault.class)
                .hasMessageStartingWith("can't write to " + out + " (")
                .hasMessageContaining("see that the disk is not full");
        assertThat(javac.errors(
                        Samples.module(),
                        source,
                        List.of(file),
                        SampleSubjects.classPath(),
                        directory.resolve("classes")))
                .isEmpty();
    }
}

package edgecraft.workshop.stage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Samples;
import java.nio.file.Path;
import java.util.List;
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
}

package edgecraft.workshop.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleSpecTest {

    @TempDir
    Path directory;

    @Test
    void a_module_has_a_bucket_unless_its_file_says_no() throws IOException {
        assertThat(read("").bucket()).isTrue();
        assertThat(read("bucket: true\n").bucket()).isTrue();
        assertThat(read("bucket: false\n").bucket()).isFalse();
    }

    private ModuleSpec read(String line) throws IOException {
        Path file = directory.resolve("exercise.yaml");
        Files.writeString(file, "contract: 1\nmodule: 9-sample\n" + line);
        return Yaml.read(file, ModuleSpec.class);
    }
}

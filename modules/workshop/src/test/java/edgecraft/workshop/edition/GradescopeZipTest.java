package edgecraft.workshop.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.MachineFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradescopeZipTest {

    @TempDir
    Path directory;

    private Path edition = Path.of("");

    @BeforeEach
    void makeAnEdition() throws IOException {
        edition = directory.resolve("edgecraft-1.2.3");
        put("workshop", "the launcher");
        put("mvnw", "the wrapper");
        put("README.md", "the entrance");
        put("modules/1-origin/exercise.yaml", "the module");
    }

    @Test
    void the_scripts_are_at_the_top_and_the_edition_beside_them() throws IOException {
        assertThat(contents())
                .containsOnlyKeys(
                        "edgecraft/README.md",
                        "edgecraft/modules/1-origin/exercise.yaml",
                        "edgecraft/mvnw",
                        "edgecraft/workshop",
                        "run_autograder",
                        "setup.sh")
                .containsEntry("edgecraft/modules/1-origin/exercise.yaml", "the module");
    }

    @Test
    void scripts_are_scripts_for_bash() throws IOException {
        assertThat(contents())
                .hasEntrySatisfying("setup.sh", script -> assertThat(script).startsWith("#!/usr/bin/env bash\n"))
                .hasEntrySatisfying(
                        "run_autograder", script -> assertThat(script).startsWith("#!/usr/bin/env bash\n"));
    }

    @Test
    void programs_can_be_executed_and_nothing_else_can() throws IOException {
        try (ZipFile zip = zip()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                boolean program =
                        !entry.getName().contains(".") || entry.getName().equals("setup.sh");
                assertThat(entry.getUnixMode() & 0777).as(entry.getName()).isEqualTo(program ? 0755 : 0644);
            }
        }
    }

    @Test
    void what_an_edition_gets_by_use_stays_behind() throws IOException {
        put(".edgecraft/progress.json", "somebody's");
        put("modules/1-origin/target/classes/Origin.class", "somebody's");

        assertThat(contents().values()).doesNotContain("somebody's").contains("the module");
    }

    @Test
    void the_same_edition_makes_the_same_bytes() throws IOException {
        Path first = directory.resolve("first.zip");
        Path second = directory.resolve("second.zip");

        new GradescopeZip(edition).write(first);
        Files.setLastModifiedTime(edition.resolve("README.md"), Files.getLastModifiedTime(directory.getRoot()));
        new GradescopeZip(edition).write(second);

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void an_edition_that_is_not_there_is_said() {
        Path nowhere = directory.resolve("nowhere");

        assertThatThrownBy(() -> new GradescopeZip(nowhere).write(directory.resolve("a.zip")))
                .isInstanceOf(MachineFault.class)
                .hasMessageContaining("can't read " + nowhere);
    }

    private void put(String name, String content) throws IOException {
        Path file = edition.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (ZipFile zip = zip()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                contents.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return contents;
    }

    private ZipFile zip() throws IOException {
        Path zip = directory.resolve("gradescope.zip");
        new GradescopeZip(edition).write(zip);
        return ZipFile.builder().setPath(zip).get();
    }
}

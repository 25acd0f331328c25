package edgecraft.workshop.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.edition.Edition;
import edgecraft.workshop.stage.Sha256Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {

    private static final String KIT = Edition.REPOSITORY + "/edgecraft/edgecraft-kit/1.0/edgecraft-kit-1.0.jar";
    private static final String CHECKS = Edition.CHECKS + "/edgecraft-1-origin-checks.jar";

    @TempDir
    Path root;

    @BeforeEach
    void anEdition() throws IOException {
        write(KIT, "kit");
        write(CHECKS, "checks");
        write(
                Edition.LIST,
                "# Edgecraft 1\n" + new Sha256Manifest(Map.of(KIT, hash("kit"), CHECKS, hash("checks"))).format());
    }

    @Test
    void an_edition_has_its_own_jars_whatever_maven_kept_under_their_names() throws IOException {
        Path copied = write("tool/target/lib/edgecraft-kit-1.0.jar", "of an earlier edition");
        assertThat(Parts.of(root).ours(copied)).isEqualTo(root.resolve(KIT));
        assertThat(Parts.of(root).checks()).containsExactly(root.resolve(CHECKS));
    }

    @Test
    void a_jar_that_is_not_the_editions_is_not_installed() throws IOException {
        write(CHECKS, "checks that let everything pass");
        assertThatThrownBy(() -> Parts.of(root).checks())
                .isInstanceOf(MachineFault.class)
                .hasMessageStartingWith(
                        CHECKS + " is not the file that this edition came with.\nUnpack the edition's zip again");
        write(Edition.CHECKS + "/more.jar", "one more");
        assertThatThrownBy(() -> Parts.of(root).checks()).isInstanceOf(MachineFault.class);
    }

    @Test
    void a_clone_has_what_its_build_made() throws IOException {
        Files.delete(root.resolve(Edition.LIST));
        Path built = write("modules/1-origin/target/lib/edgecraft-kit-1.0.jar", "just built");
        Path checks = write("solutions/1-origin/target/edgecraft-1-origin-checks.jar", "checks");
        write("solutions/1-origin/target/edgecraft-1-origin-solution-1.0.jar", "the reference");
        Parts parts = Parts.of(root);
        assertThat(parts.ours(built)).isEqualTo(built);
        assertThat(parts.checks()).containsExactly(checks);
        assertThat(parts.tool()).containsExactly(root.resolve("modules/workshop/target/edgecraft-workshop.jar"));
    }

    private Path write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private static String hash(String text) {
        return Sha256Manifest.hash(text.getBytes(StandardCharsets.UTF_8));
    }
}

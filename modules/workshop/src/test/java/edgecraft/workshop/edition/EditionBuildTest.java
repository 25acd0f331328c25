package edgecraft.workshop.edition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.stage.Pristine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionBuildTest {

    @TempDir
    Path root;

    @Test
    void what_is_in_no_commit_is_in_no_edition() throws IOException {
        Told.by(root, "git", "init", "-q");
        Files.writeString(root.resolve("a.txt"), "not committed");
        assertThatThrownBy(() -> EditionBuild.of(Workspace.of(root), root.resolve("checkout")))
                .isInstanceOf(Misuse.class)
                .hasMessage("""
                        an edition is made of a commit, and this clone has changes that are in none:
                        ?? a.txt
                        Commit them or put them away (git stash -u), then run the command again.""");
    }

    @Test
    void a_tool_of_another_build_has_proved_nothing() throws IOException {
        for (String part : new String[] {"kit", "fixtures", "workshop"}) {
            String jar = part.equals("workshop") ? "edgecraft-workshop.jar" : "edgecraft-" + part + "-1.2.3.jar";
            jar(root.resolve("modules/" + part + "/target/" + jar));
            jar(root.resolve(".edgecraft/lib/judge/" + jar));
        }
        for (String module : Pristine.modules()) {
            String jar = "edgecraft-" + module + "-checks.jar";
            jar(root.resolve("solutions/" + module + "/target/" + jar));
            jar(root.resolve(".edgecraft/lib/checks/" + jar));
        }
        EditionBuild build = new EditionBuild(root, "abc");
        build.mustBeTheToolThatRuns(Workspace.of(root));
        Files.writeString(root.resolve(".edgecraft/lib/checks/edgecraft-1-origin-checks.jar"), "another");
        assertThatThrownBy(() -> build.mustBeTheToolThatRuns(Workspace.of(root)))
                .isInstanceOf(Misuse.class)
                .hasMessageStartingWith("the tool in this clone was not built from its last commit:"
                        + " edgecraft-1-origin-checks.jar differs.\n");
    }

    private static void jar(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2.3");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.setComment(file.getFileName().toString());
        }
    }
}

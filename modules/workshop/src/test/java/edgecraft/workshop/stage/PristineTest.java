package edgecraft.workshop.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PristineTest {

    private static final String MODULE = "1-origin";
    private static final String FILE = "exercise.yaml";

    @TempDir
    Path root;

    private Path inTree;
    private byte[] published;

    @BeforeEach
    void copyTheModule() throws IOException {
        Path original = Path.of("../../modules", MODULE).toAbsolutePath().normalize();
        published = Files.readAllBytes(original.resolve(FILE));
        inTree = root.resolve("modules").resolve(MODULE).resolve(FILE);
        Stage.copy(original.resolve(FILE), inTree);
    }

    @Test
    void a_file_that_matches_is_kept_and_later_edits_do_not_count() throws IOException {
        assertThat(pristine().file(FILE)).hasBinaryContent(published);
        Files.writeString(inTree, "points: 1000");
        assertThat(pristine().file(FILE)).hasBinaryContent(published);
    }

    @Test
    void line_ends_of_another_system_do_not_count() throws IOException {
        Files.writeString(inTree, new String(published, java.nio.charset.StandardCharsets.UTF_8).replace("\n", "\r\n"));
        assertThat(pristine().file(FILE)).hasBinaryContent(published);
    }

    @Test
    void a_kept_copy_that_was_tampered_with_is_made_anew() throws IOException {
        Files.writeString(pristine().file(FILE), "points: 1000");
        assertThat(pristine().file(FILE)).hasBinaryContent(published);
    }

    @Test
    void many_can_ask_for_the_same_file_at_once() throws Exception {
        CyclicBarrier together = new CyclicBarrier(8);
        Callable<Path> ask = () -> {
            together.await();
            return pristine().file(FILE);
        };
        ExecutorService askers = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 50; round++) {
                Workspace.delete(root.resolve(".edgecraft/pristine"));
                for (Future<Path> found : askers.invokeAll(Collections.nCopies(8, ask))) {
                    assertThat(found.get()).hasBinaryContent(published);
                }
            }
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void an_edited_file_comes_from_git() throws Exception {
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-q", "-m", "as published");
        Files.writeString(inTree, "points: 1000");
        assertThat(pristine().file(FILE)).hasBinaryContent(published);
    }

    @Test
    void a_file_that_nobody_has_is_the_machines_fault_and_the_message_restores_it() throws IOException {
        Files.writeString(inTree, "points: 1000");
        assertThatThrownBy(() -> pristine().file(FILE))
                .isInstanceOf(MachineFault.class)
                .hasMessage("""
                        modules/1-origin/exercise.yaml is not the file this workshop was built with, and git has no copy of that one.
                        Restore it, keeping yours: mv 'modules/1-origin/exercise.yaml' 'modules/1-origin/exercise.yaml.mine' && git checkout -- 'modules/1-origin/exercise.yaml'
                        Without git, take the file from a fresh download. (Authors who changed it on purpose: .github/CONTRIBUTING.md, "Changing a starter".)\
                        """);
    }

    private Pristine pristine() {
        return new Pristine(Workspace.of(root), MODULE);
    }

    private void git(String... words) throws Exception {
        String[] command = new String[words.length + 1];
        command[0] = "git";
        System.arraycopy(words, 0, command, 1, words.length);
        Process git =
                new ProcessBuilder(command).directory(root.toFile()).inheritIO().start();
        assertThat(git.waitFor()).isZero();
    }
}

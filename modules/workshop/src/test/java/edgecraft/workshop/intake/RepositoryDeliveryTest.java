package edgecraft.workshop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryDeliveryTest {

    @TempDir
    Path temporary;

    private Path repository = Path.of("");

    @BeforeEach
    void commitTwice() throws Exception {
        repository = Files.createDirectory(temporary.resolve("alice"));
        git("init", "--quiet", "--initial-branch=main");
        Files.writeString(repository.resolve("Own.java"), "first");
        git("add", "--all");
        git("commit", "--quiet", "--message=first");
        git("tag", "handed-in");
        Files.writeString(repository.resolve("Own.java"), "second");
        Files.createSymbolicLink(repository.resolve("Link.java"), Path.of("Own.java"));
        git("add", "--all");
        git("commit", "--quiet", "--message=second");
    }

    @Test
    void a_commit_is_taken_from_a_clone_and_from_a_bare_repository() throws Exception {
        Path bare = temporary.resolve("alice.git");
        git("clone", "--quiet", "--bare", repository.toString(), bare.toString());
        for (Path each : List.of(repository, bare)) {
            assertThat(content(each, "handed-in")).isEqualTo("first");
            assertThat(content(each, "main")).isEqualTo("second");
        }
        assertThat(content(bare, null)).isEqualTo("second");
    }

    @Test
    void packed_objects_and_refs_are_found() throws Exception {
        git("gc", "--quiet", "--aggressive", "--prune=now");
        assertThat(repository.resolve(".git/refs/tags/handed-in")).doesNotExist();
        assertThat(content(repository, "handed-in")).isEqualTo("first");
    }

    @Test
    void without_a_commit_the_working_tree_counts() throws Exception {
        Files.writeString(repository.resolve("Own.java"), "not committed");
        assertThat(content(repository, null)).isEqualTo("not committed");
    }

    @Test
    void a_link_in_a_commit_is_one() throws Exception {
        try (Delivery delivery = Delivery.open(repository, "main", scratch())) {
            assertThat(delivery.items())
                    .extracting(Item::name, Item::link)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple("Link.java", true),
                            org.assertj.core.groups.Tuple.tuple("Own.java", false));
        }
    }

    @Test
    void nothing_that_a_repository_brings_along_is_run() throws Exception {
        Path trap = temporary.resolve("trap");
        String spring = "touch '" + trap + "'; cat";
        Files.writeString(repository.resolve(".gitattributes"), "* filter=trap diff=trap export-subst\n");
        git("add", ".gitattributes");
        git("commit", "--quiet", "--message=attributes");
        git("config", "filter.trap.smudge", spring);
        git("config", "filter.trap.process", spring);
        git("config", "diff.trap.textconv", spring);
        git("config", "core.fsmonitor", spring);
        git("config", "core.pager", spring);
        git("config", "core.sshCommand", spring);
        git("config", "alias.ls-tree", "!" + spring);
        git("config", "remote.origin.url", "ext::sh -c \"touch% '" + trap + "'\"");
        git("config", "remote.origin.promisor", "true");
        git("config", "extensions.partialClone", "origin");
        git("config", "protocol.ext.allow", "always");
        for (String hook : List.of("post-checkout", "reference-transaction", "post-index-change", "pre-auto-gc")) {
            Path file = repository.resolve(".git/hooks/" + hook);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "#!/bin/sh\n" + spring + "\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        assertThat(content(repository, "main")).isEqualTo("second");
        assertThat(trap).doesNotExist();
    }

    @Test
    void objects_of_another_repository_are_not_the_learners() throws Exception {
        Path bob = temporary.resolve("bob");
        git("clone", "--quiet", "--shared", repository.toString(), bob.toString());
        assertThatThrownBy(() -> content(bob, "main"))
                .isInstanceOf(Unusable.class)
                .hasMessage("git knows no commit main in it; push it, or name another");
    }

    @Test
    void a_repository_that_a_link_leads_to_is_not_the_learners() throws Exception {
        Path bob = Files.createDirectory(temporary.resolve("bob"));
        Files.createSymbolicLink(bob.resolve(".git"), repository.resolve(".git"));
        assertThatThrownBy(() -> content(bob, "main")).isInstanceOf(Unusable.class);
    }

    @Test
    void a_commit_is_never_taken_for_an_option() {
        assertThatThrownBy(() -> content(repository, "--git-dir=/"))
                .isInstanceOf(Unusable.class)
                .hasMessage("git knows no commit --git-dir=/ in it; push it, or name another");
    }

    private String content(Path from, @org.jspecify.annotations.Nullable String commit) throws Exception {
        try (Delivery delivery = Delivery.open(from, commit, scratch())) {
            Item own = delivery.items().stream()
                    .filter(item -> item.name().equals("Own.java"))
                    .findFirst()
                    .orElseThrow();
            return new String(own.bytes(), StandardCharsets.UTF_8);
        }
    }

    private Path scratch() throws IOException {
        return Files.createTempDirectory(temporary, "scratch");
    }

    private void git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org"));
        command.addAll(List.of(words));
        Process git = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
    }
}

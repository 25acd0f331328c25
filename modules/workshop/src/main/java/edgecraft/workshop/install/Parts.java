package edgecraft.workshop.install;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.edition.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the jars of the tool are before it is installed: where the build of a clone left them, or in the learners' edition.
 *
 * @param root the top of either
 * @param edition nothing in a clone
 */
record Parts(Path root, Optional<Edition> edition) {

    static Parts of(Path root) {
        return new Parts(root, Edition.in(root));
    }

    /** The judge's libraries, as Maven copied them. */
    Path judge() {
        return root.resolve(edition.isPresent() ? "tool/target/lib" : "modules/workshop/target/lib");
    }

    /** The tool itself, where it is not among its libraries. */
    List<Path> tool() {
        return edition.isPresent()
                ? List.of()
                : List.of(root.resolve("modules/workshop/target/edgecraft-workshop.jar"));
    }

    /** The jars of the hidden checks, and what belongs to them. */
    List<Path> checks() {
        return edition.isPresent()
                ? Libraries.list(root.resolve(Edition.CHECKS)).stream()
                        .map(this::whole)
                        .toList()
                : Libraries.list(root.resolve("solutions")).stream()
                        .flatMap(solution -> Libraries.list(solution.resolve("target")).stream())
                        .filter(jar -> jar.getFileName().toString().endsWith("-checks.jar"))
                        .toList();
    }

    /**
     * One of our own jars. The edition's own counts, and not the one that Maven copied: it keeps what it once had under the
     * same version.
     */
    Path ours(Path copied) {
        return edition.isPresent() ? whole(packed(copied.getFileName().toString())) : copied;
    }

    private Path packed(String name) {
        Path repository = root.resolve(Edition.REPOSITORY);
        try (Stream<Path> all = Files.walk(repository)) {
            return all.filter(file -> file.endsWith(name))
                    .findFirst()
                    .orElseThrow(() -> damaged(repository.resolve(name)));
        } catch (IOException e) {
            throw Workspace.unreadable(repository, e);
        }
    }

    private Path whole(Path jar) {
        if (!edition.orElseThrow().isAsItCame(jar)) {
            throw damaged(jar);
        }
        return jar;
    }

    private MachineFault damaged(Path jar) {
        return new MachineFault(
                root.relativize(jar) + " is not the file that this edition came with.",
                "Unpack the edition's zip again, in another place, and take your own files along: they are under modules.");
    }
}

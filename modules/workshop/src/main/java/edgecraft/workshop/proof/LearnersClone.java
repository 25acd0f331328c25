package edgecraft.workshop.proof;

import edgecraft.workshop.Workshop;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.cli.Terminal;
import edgecraft.workshop.report.Style;
import edgecraft.workshop.stage.Pristine;
import edgecraft.workshop.stage.Stage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A clone as a learner has it, made for a proof, in which {@code ./workshop} can be said. */
record LearnersClone(Workspace workspace) {

    /** What a command printed, and its exit code. */
    record Said(int exit, String text) {}

    /**
     * Makes a clone whose tool has been used before: it has its own copy of what is pristine.
     *
     * @param lib where the built tool is
     * @param root where; nothing must be there
     */
    static LearnersClone of(ProofGround ground, Path root, Path lib) {
        LearnersClone clone = new LearnersClone(new Workspace(root, root.resolve(".edgecraft"), lib));
        for (String module : Pristine.modules()) {
            Pristine pristine = new Pristine(ground.workspace(), module);
            boolean whole = module.equals(ground.module().module());
            for (String file : whole ? pristine.files() : List.of("exercise.yaml")) {
                Stage.copy(
                        pristine.file(file),
                        clone.workspace
                                .state()
                                .resolve("pristine")
                                .resolve(module)
                                .resolve(file));
            }
        }
        return clone;
    }

    /** Lays all files of a directory, links as they are, over what the clone has in another. */
    LearnersClone lay(Path layer, Path below) {
        return lay(layer, below, file -> true);
    }

    /** Lays some of them. */
    LearnersClone lay(Path layer, Path below, Predicate<Path> which) {
        try (Stream<Path> files = Files.walk(layer)) {
            files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(which)
                    .forEach(file ->
                            copy(file, below.resolve(layer.relativize(file).toString())));
        } catch (IOException e) {
            throw Workspace.unwritable(below, e);
        }
        return this;
    }

    private static void copy(Path from, Path to) {
        try {
            Workspace.directoryOf(to);
            if (Files.isSymbolicLink(from)) {
                Workspace.delete(to);
            }
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw Workspace.unwritable(to, e);
        }
    }

    /** Says {@code ./workshop} and these words. */
    Said workshop(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int exit = Workshop.run(workspace, new Terminal(out, out, Style.PLAIN), words);
        return new Said(exit, said.toString());
    }
}

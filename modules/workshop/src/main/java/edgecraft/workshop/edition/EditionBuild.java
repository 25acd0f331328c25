package edgecraft.workshop.edition;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The last commit of a clone, checked out where nothing else is, and the tool built from it: whatever lies about in the clone
 * has no part in an edition.
 *
 * @param directory its top
 * @param commit its abbreviated hash
 */
public record EditionBuild(Path directory, String commit) {

    private static final int LINES_SHOWN = 10;

    /**
     * Checks out and builds. Slides that were rendered in the clone are taken along.
     *
     * @param clone with nothing in it that is in no commit
     * @param into a directory that is not there yet
     * @throws Misuse if the clone has changes that are in no commit
     */
    public static EditionBuild of(Workspace clone, Path into) {
        mustBeClean(clone.root());
        String commit =
                run(clone.root(), "git", "rev-parse", "--short=10", "HEAD").strip();
        run(
                clone.root(),
                "git",
                "clone",
                "-q",
                "--no-hardlinks",
                "--",
                clone.root().toString(),
                into.toString());
        run(into, "git", "checkout", "-q", "--detach", commit);
        String wrapper = System.getProperty("os.name").startsWith("Windows") ? "mvnw.cmd" : "mvnw";
        run(into, into.resolve(wrapper).toString(), "-q", "-B", "-Dtool", "package");
        takeSlides(clone.root().resolve(EditionFiles.SLIDES), into.resolve(EditionFiles.SLIDES));
        return new EditionBuild(into, commit);
    }

    private static void mustBeClean(Path clone) {
        List<String> changes =
                run(clone, "git", "status", "--porcelain").lines().toList();
        if (!changes.isEmpty()) {
            throw new Misuse("an edition is made of a commit, and this clone has changes that are in none:\n"
                    + String.join("\n", changes.subList(0, Math.min(LINES_SHOWN, changes.size())))
                    + "\nCommit them or put them away (git stash -u), then run the command again.");
        }
    }

    private static void takeSlides(Path from, Path to) {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            all.filter(Files::isRegularFile)
                    .forEach(file ->
                            Stage.copy(file, to.resolve(from.relativize(file).toString())));
        } catch (IOException e) {
            throw Workspace.unreadable(from, e);
        }
    }

    /**
     * Builds are reproducible: the tool that has judged in a clone was made of this commit if its jars have the same bytes.
     *
     * @throws Misuse if they don't
     */
    public void mustBeTheToolThatRuns(Workspace clone) {
        for (Path jar : BuiltJars.in(directory).all()) {
            String name = jar.getFileName().toString();
            Path running = clone.lib()
                    .resolve(name.endsWith("-checks.jar") ? "checks" : "judge")
                    .resolve(name);
            if (!same(jar, running)) {
                throw new Misuse(
                        "the tool in this clone was not built from its last commit: " + name + " differs.\n"
                                + "Build it anew, ./mvnw -q clean && rm -r .edgecraft/lib, then run ./workshop audit and this again.");
            }
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isRegularFile(other) && Files.mismatch(one, other) < 0;
        } catch (IOException e) {
            throw Workspace.unreadable(other, e);
        }
    }

    private static String run(Path in, String... command) {
        Told told = Told.by(in, command);
        if (told.exit() != 0) {
            throw new MachineFault(
                    "'" + String.join(" ", command) + "' failed in " + in + ":\n" + told.end(),
                    "Mend what it says, then run the command again.");
        }
        return told.out();
    }
}

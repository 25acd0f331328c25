package edgecraft.workshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where everything is in a clone. What the tool writes is below {@code .edgecraft}.
 *
 * @param root the top of the clone, absolute
 * @param state where the tool may write
 * @param lib the built tool: {@code judge}, {@code checks}, {@code subject/<module>}
 */
public record Workspace(Path root, Path state, Path lib) {

    /** The workspace of a clone. */
    public static Workspace of(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        return new Workspace(absolute, absolute.resolve(".edgecraft"), absolute.resolve(".edgecraft/lib"));
    }

    public Path modules() {
        return root.resolve("modules");
    }

    public Path module(String id) {
        return modules().resolve(id);
    }

    public Path solution(String id) {
        return root.resolve("solutions").resolve(id);
    }

    /** Where the logs of a module's checks are. */
    public Path logs() {
        return state.resolve("logs");
    }

    /**
     * The directory, made if it was not there.
     *
     * @throws MachineFault if it can't be made
     */
    public static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** Makes the directory that a file belongs in. */
    public static void directoryOf(Path file) {
        Path parent = file.getParent();
        if (parent != null) {
            directory(parent);
        }
    }

    /** What to say when something can't be written. */
    public static MachineFault unwritable(Path path, IOException cause) {
        return new MachineFault(
                "can't write to " + path + " (" + reason(cause) + ").",
                "Make the directory writable and see that the disk is not full, or clone into a directory of your own; then"
                        + " run the command again.",
                cause);
    }

    /** What to say when something that is there can't be read. */
    public static MachineFault unreadable(Path path, IOException cause) {
        return new MachineFault(
                "can't read " + path + " (" + reason(cause) + ").",
                "Make it readable for your user, then run the command again.",
                cause);
    }

    /** What the operating system says of it, where it does: {@code No space left on device}. */
    private static String reason(IOException cause) {
        String said = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return said == null ? cause.getClass().getSimpleName() : said;
    }

    /** The class path of a module's subjects, without the learner's classes. */
    public List<Path> subjectClassPath(String module) {
        Path directory = lib.resolve("subject").resolve(module);
        try (Stream<Path> jars = Files.list(directory)) {
            return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new MachineFault(
                    "the libraries of module " + module + " are not in " + directory + ".",
                    "Delete the directory .edgecraft/lib and run the command again: it builds the tool anew.",
                    e);
        }
    }

    /** Deletes a directory with all that is in it; what can't be deleted stays. */
    public static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException stays) {
            // A subject that is just being killed may still write there, or another run deletes it too. The next run
            // begins in a directory of its own.
        }
    }
}

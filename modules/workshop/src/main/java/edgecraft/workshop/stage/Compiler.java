package edgecraft.workshop.stage;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.ModuleSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles staged files, and keeps the classes by the hash of all that went in: unchanged code is not compiled again. */
public final class Compiler {

    private static final int MOST_KEPT = 50;

    private final Path cache;
    private final @Nullable JavaCompiler javac;

    /** @param workspace where classes are kept */
    public Compiler(Workspace workspace) {
        this(workspace.state().resolve("classes"), ToolProvider.getSystemJavaCompiler());
    }

    Compiler(Path cache, @Nullable JavaCompiler javac) {
        this.cache = cache;
        this.javac = javac;
    }

    /**
     * Compiles.
     *
     * @param module whose files, and which names are forbidden
     * @param source the staged directory
     * @param files the staged files
     * @param classPath the subject's libraries
     * @throws MachineFault if this Java has no compiler
     */
    public Compilation compile(ModuleSpec module, Path source, List<String> files, List<Path> classPath) {
        Path classes = cache.resolve(key(module, source, files, classPath));
        if (Files.isRegularFile(classes.resolve(DONE))) {
            keepInUse(classes);
            return new Compilation(classes, List.of());
        }
        Path fresh = freshDirectory();
        List<String> errors = javac().errors(module, source, files, classPath, fresh);
        if (errors.isEmpty()) {
            publish(fresh, classes);
            forgetOldest();
        } else {
            Workspace.delete(fresh);
        }
        return new Compilation(classes, errors);
    }

    private static final String DONE = ".compiled";

    private Javac javac() {
        if (javac == null) {
            throw new MachineFault(
                    "this Java (" + System.getProperty("java.home") + ") has no compiler: it is a JRE, not a JDK.",
                    "Install a JDK 17 or later, or point JAVA_HOME at one, and run the command again.");
        }
        return new Javac(javac, Javac.PATIENCE);
    }

    private String key(ModuleSpec module, Path source, List<String> files, List<Path> classPath) {
        StringBuilder all = new StringBuilder("java " + Runtime.version() + " contract " + ModuleSpec.CONTRACT + "\n");
        module.forbidden().forEach(name -> all.append(name).append('\n'));
        classPath.forEach(
                jar -> all.append(jar).append(' ').append(lastChanged(jar)).append('\n'));
        files.forEach(file -> all.append(Sha256Manifest.hash(Sha256Manifest.text(source.resolve(file))))
                .append("  ")
                .append(file)
                .append('\n'));
        return Sha256Manifest.hash(all.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 32);
    }

    private static long lastChanged(Path jar) {
        try {
            return Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not a temporary one, which only its owner can read: in a sandbox the subject may be another user. */
    private Path freshDirectory() {
        try {
            return Files.createDirectory(Workspace.directory(cache).resolve("fresh-" + UUID.randomUUID()));
        } catch (IOException e) {
            throw Workspace.unwritable(cache, e);
        }
    }

    /** Moves whole directories only, so that a second run, or a crash, never sees half of one. */
    private static void publish(Path fresh, Path classes) {
        try {
            Files.createFile(fresh.resolve(DONE));
            Files.move(fresh, classes);
        } catch (IOException e) {
            Workspace.delete(fresh);
            if (!Files.isRegularFile(classes.resolve(DONE))) {
                throw Workspace.unwritable(classes, e);
            }
        }
    }

    /** What is used again is none of the oldest: another run might forget it while it runs. */
    private static void keepInUse(Path classes) {
        try {
            Files.setLastModifiedTime(classes, FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw Workspace.unwritable(classes, e);
        }
    }

    /** What is only half deleted must not be taken for whole. */
    private static void forget(Path classes) {
        Workspace.delete(classes.resolve(DONE));
        Workspace.delete(classes);
    }

    /** Far more are kept than there can be runs at once. */
    private void forgetOldest() {
        try (Stream<Path> all = Files.list(cache)) {
            all.sorted(Comparator.comparing(Compiler::lastChanged).reversed())
                    .skip(MOST_KEPT)
                    .forEach(Compiler::forget);
        } catch (UncheckedIOException gone) {
            // Another run is forgetting the oldest too.
        } catch (IOException e) {
            throw Workspace.unwritable(cache, e);
        }
    }
}

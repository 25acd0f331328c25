package edgecraft.workshop.stage;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.ModuleSpec;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles staged files with the JDK's own compiler, without annotation processors and against nothing but the subject's
 * class path. Classes are kept by the hash of all that went in, so that unchanged code is not compiled again. */
public final class Compiler {

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
            return new Compilation(classes, List.of());
        }
        Path fresh = freshDirectory();
        List<String> errors = javac(module, source, files, classPath, fresh);
        if (errors.isEmpty()) {
            publish(fresh, classes);
        } else {
            Workspace.delete(fresh);
        }
        return new Compilation(classes, errors);
    }

    private static final String DONE = ".compiled";

    private List<String> javac(ModuleSpec module, Path source, List<String> files, List<Path> classPath, Path out) {
        if (javac == null) {
            throw new MachineFault(
                    "this Java (" + System.getProperty("java.home") + ") has no compiler: it is a JRE, not a JDK.",
                    "Install a JDK 17 or later, or point JAVA_HOME at one, and run the command again.");
        }
        List<String> sources =
                files.stream().filter(file -> file.endsWith(".java")).toList();
        if (sources.isEmpty()) {
            return List.of("there is no .java file in " + module.packageDirectory());
        }
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                javac.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) javac.getTask(
                    null,
                    manager,
                    said,
                    options(source, classPath, out),
                    null,
                    manager.getJavaFileObjectsFromPaths(
                            sources.stream().map(source::resolve).toList()));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            List<String> errors = errorsOf(module, said, source);
            if (errors.isEmpty()) {
                errors = new Scan(module, Trees.instance(task), source).errorsIn(units);
            }
            if (errors.isEmpty()) {
                errors = EntryShape.errors(module, task.getElements());
            }
            if (errors.isEmpty()) {
                task.generate();
                errors = errorsOf(module, said, source);
            }
            return errors;
        } catch (IOException e) {
            throw Workspace.unwritable(out, e);
        }
    }

    private static List<String> options(Path source, List<Path> classPath, Path out) {
        return List.of(
                "--release",
                "17",
                "-proc:none",
                "-implicit:none",
                "-g",
                "-parameters",
                "-sourcepath",
                source.resolve("src/main/java").toString(),
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "-d",
                out.toString());
    }

    /** Errors as javac prints them, with the learner's path in place of the staged one. */
    private static List<String> errorsOf(ModuleSpec module, DiagnosticCollector<JavaFileObject> said, Path source) {
        return said.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.toString().replace(source + File.separator, module.directory())
                        + EntryShape.advice(module, diagnostic.getCode()))
                .toList();
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

    private Path freshDirectory() {
        try {
            return Files.createTempDirectory(Workspace.directory(cache), "fresh-");
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
}

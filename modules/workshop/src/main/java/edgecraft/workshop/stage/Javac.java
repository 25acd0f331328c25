package edgecraft.workshop.stage;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.report.Abridged;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * The JDK's own compiler, without annotation processors and against nothing but the subject's class path; and what its trees
 * tell about names that are out of bounds.
 */
final class Javac {

    /** Ten times what the largest reference takes. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MOST_ERRORS = 20;

    /** In characters. */
    private static final int LONGEST_ERROR = 2_000;

    private final JavaCompiler javac;
    private final Duration patience;

    /** @param patience how long javac may take, of the processor's time: a busy machine is no fault of the code */
    Javac(JavaCompiler javac, Duration patience) {
        this.javac = javac;
        this.patience = patience;
    }

    /** What is wrong with the sources, as it is printed; the classes are in {@code out} if nothing is. */
    List<String> errors(ModuleSpec module, Path source, List<String> files, List<Path> classPath, Path out) {
        List<String> sources =
                files.stream().filter(file -> file.endsWith(".java")).toList();
        if (sources.isEmpty()) {
            return List.of("there is no .java file in " + module.packageDirectory());
        }
        try {
            // There is code that keeps javac busy for years, and code that it has no memory for.
            return new ProcessorBudget(patience, "javac")
                    .spend(() -> compile(module, source, sources, classPath, out))
                    .map(Javac::readable)
                    .orElseGet(this::tookTooLong);
        } catch (ExecutionException e) {
            return gaveUp(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private List<String> tookTooLong() {
        return List.of("error: javac was not done with your code within " + patience.toSeconds()
                + " s. Which expression is hard to find a type for? Write the types down.");
    }

    private static List<String> readable(List<String> errors) {
        return Abridged.beginning(errors, MOST_ERRORS, left -> "and " + left + " more errors");
    }

    /** Javac wraps what ended it, unless it had no memory even for that. */
    private static List<String> gaveUp(Throwable thrown) {
        if (thrown instanceof MachineFault fault) {
            throw fault;
        }
        Throwable why =
                thrown instanceof IllegalStateException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return List.of("error: javac gave up on your code (" + why.getClass().getSimpleName()
                + "). Is an expression nested very deep, or a constant very long?");
    }

    private List<String> compile(ModuleSpec module, Path source, List<String> sources, List<Path> classPath, Path out) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                javac.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) javac.getTask(
                    // What it has to say of its own collapse is not for learners.
                    Writer.nullWriter(),
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
                mustBeWritten(said, out);
            }
            return errors;
        } catch (IOException e) {
            throw Workspace.unwritable(out, e);
        }
    }

    /** A class that can't be written is no error in its source. */
    private static void mustBeWritten(DiagnosticCollector<JavaFileObject> said, Path out) {
        said.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getCode().equals("compiler.err.class.cant.write"))
                .findFirst()
                .ifPresent(diagnostic -> {
                    throw Workspace.unwritable(out, new IOException(diagnostic.getMessage(Locale.ROOT)));
                });
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
                .map(diagnostic -> beginning(diagnostic.toString()).replace(source + File.separator, module.directory())
                        + EntryShape.advice(module, diagnostic.getCode()))
                .toList();
    }

    /** Javac quotes whole lines, and a line may be as long as a file. */
    private static String beginning(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR) + "…";
    }
}

package edgecraft.workshop.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.report.Style;
import edgecraft.workshop.stage.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the reference beside the learner's code. */
@Command(
        name = "solution",
        mixinStandardHelpOptions = true,
        description = "The reference beside yours, as a diff from yours (-) to it (+). Best after you have passed.")
public final class SolutionCommand implements Callable<Integer> {

    private static final int CONTEXT = 3;

    private final Workspace workspace;
    private final Terminal terminal;

    @Parameters(paramLabel = "MODULE", description = "for example 1")
    private String module = "";

    public SolutionCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ModuleSpec spec = Course.in(workspace).module(module);
        Path solution = Solutions.of(workspace, spec);
        Submission mine = new Submission(spec, workspace.module(spec.module()));
        Submission reference = new Submission(spec, solution);
        TreeSet<String> files = new TreeSet<>(mine.files());
        files.addAll(reference.files());
        for (String file : files) {
            List<String> my = lines(mine.directory().resolve(file));
            List<String> their = lines(reference.directory().resolve(file));
            UnifiedDiffUtils.generateUnifiedDiff(
                            "yours/" + file, "reference/" + file, my, DiffUtils.diff(my, their), CONTEXT)
                    .forEach(line -> terminal.out().println(coloured(line)));
        }
        terminal.out().println("Why it is written like this: solutions/" + spec.module() + "/NOTES.md");
        return 0;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    }

    private String coloured(String line) {
        Style style = terminal.style();
        return line.startsWith("+") ? style.green(line) : line.startsWith("-") ? style.red(line) : line;
    }
}

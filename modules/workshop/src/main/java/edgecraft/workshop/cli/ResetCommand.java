package edgecraft.workshop.cli;

import edgecraft.workshop.Aside;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Progress;
import edgecraft.workshop.stage.Pristine;
import edgecraft.workshop.stage.Stage;
import edgecraft.workshop.stage.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts the starter back; what the learner wrote is moved aside. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Begin a module again: the starter comes back, your files are moved aside, never deleted.")
public final class ResetCommand implements Callable<Integer> {

    private final Workspace workspace;
    private final Terminal terminal;

    @Parameters(paramLabel = "MODULE", description = "for example 1")
    private String module = "";

    public ResetCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ModuleSpec spec = Course.in(workspace).module(module);
        Pristine pristine = new Pristine(workspace, spec.module());
        Path directory = workspace.module(spec.module());
        // All pristine files are found before any of the learner's is touched.
        pristine.files().forEach(pristine::file);
        Aside aside = Aside.of(workspace, spec.module());
        Set<String> mine = new TreeSet<>(new Submission(spec, directory).files());
        // Given files have no effect when changed, but what was changed is somebody's work all the same.
        pristine.files().stream()
                .filter(file -> Files.isRegularFile(directory.resolve(file)))
                .filter(file -> !pristine.matches(file, directory.resolve(file)))
                .forEach(mine::add);
        mine.forEach(file -> aside.take(directory, file));
        Stage.starter(spec, pristine, directory);
        new Progress(workspace).forget(spec.checkIds());
        terminal.out().println("modules/" + spec.module() + " is the starter again.");
        if (!mine.isEmpty()) {
            terminal.out()
                    .println("Your " + mine.size() + " file" + (mine.size() == 1 ? " is" : "s are") + " in "
                            + workspace.root().relativize(aside.directory()) + "; copy back what you want to keep.");
        }
        return 0;
    }
}

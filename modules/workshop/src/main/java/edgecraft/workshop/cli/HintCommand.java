package edgecraft.workshop.cli;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.Hints;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Progress;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a step's hint, a part at a time. */
@Command(
        name = "hint",
        mixinStandardHelpOptions = true,
        description = "The hint for a step: a question first; ask again for more.")
public final class HintCommand implements Callable<Integer> {

    private final Workspace workspace;
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "STEP", description = "for example 1.2 (default: the next one to do)")
    private @Nullable String step;

    public HintCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Course course = Course.in(workspace);
        Progress progress = new Progress(workspace);
        String wanted = step != null
                ? step
                : StatusCommand.next(course, progress.read())
                        .orElseThrow(() -> new Misuse("every step is done; name one: ./workshop hint 1.1"))
                        .id();
        ModuleSpec module = course.modules().stream()
                .filter(each -> each.step(wanted).isPresent())
                .findFirst()
                .orElseThrow(() -> new Misuse("there is no step " + wanted
                        + ". A hint is for a step, for example 1.1; ./workshop lists them."));
        List<String> parts = Hints.of(workspace.module(module.module()).resolve("HINTS.md"), wanted);
        int before = progress.read().hints().getOrDefault(wanted, 0);
        progress.showHint(wanted, parts.size());
        int shown = Math.min(before + 1, parts.size());
        // Whoever has seen all of it wants to look something up.
        parts.subList(before == parts.size() ? 0 : before, shown)
                .forEach(part -> terminal.out().println(part + "\n"));
        terminal.out()
                .println(
                        shown < parts.size()
                                ? "More: ./workshop hint " + wanted + "   (this was part " + shown + " of "
                                        + parts.size()
                                        + (shown + 1 == parts.size() ? "; the last one gives the answer away)" : ")")
                                : "That was the last part. The lesson: " + module.directory() + "README.md");
        return 0;
    }
}

package edgecraft.workshop.cli;

import edgecraft.workshop.Version;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.ModuleSpec.StepSpec;
import edgecraft.workshop.course.Progress;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Where am I: modules, steps, points, and the next thing to do. */
@Command(
        name = "./workshop",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Build your own CDN in Java. Without a command: where am I, and what is next?")
public final class StatusCommand implements Callable<Integer> {

    private final Workspace workspace;
    private final Terminal terminal;

    public StatusCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Course course = Course.in(workspace);
        Progress.State progress = new Progress(workspace).read();
        for (ModuleSpec module : course.modules()) {
            terminal.out().println(terminal.style().bold(module.module() + "  " + module.title()));
            module.steps().forEach(step -> terminal.out().println(line(step, progress)));
        }
        terminal.out()
                .println(next(course, progress)
                        .map(step -> "Next: ./workshop check " + step.id() + "   (lesson: "
                                + course.moduleOf(step.id()).directory() + "README.md)")
                        .orElse("Everything that is here is done."));
        terminal.out().println("All commands: ./workshop --help   (" + Version.text() + ")");
        return 0;
    }

    private String line(StepSpec step, Progress.State progress) {
        long passed = step.checkIds().stream().filter(progress::passed).count();
        boolean done = passed == step.checks().size();
        String mark = done ? terminal.style().green("✔") : "·";
        return "  %s %-44s %2d/%-2d   %3d of %d points"
                .formatted(
                        mark,
                        step.name() + (step.bonus() ? " (bonus)" : ""),
                        passed,
                        step.checks().size(),
                        step.points() * passed / step.checks().size(),
                        step.points());
    }

    /** The first step that is not done, core before bonus. */
    static Optional<StepSpec> next(Course course, Progress.State progress) {
        return course.modules().stream()
                .flatMap(module -> module.steps().stream())
                .filter(step -> !step.checkIds().stream().allMatch(progress::passed))
                .min((one, other) -> Boolean.compare(one.bonus(), other.bonus()));
    }
}

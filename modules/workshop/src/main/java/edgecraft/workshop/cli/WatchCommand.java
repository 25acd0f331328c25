package edgecraft.workshop.cli;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Progress;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.judge.Buckets;
import edgecraft.workshop.judge.JudgeOptions;
import edgecraft.workshop.judge.ModuleResult;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks again at every save. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Check again at every save, the current step first. Ctrl-C ends it.")
public final class WatchCommand implements Callable<Integer> {

    private final Workspace workspace;
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "MODULE", description = "default: the one with the next step to do")
    private @Nullable String module;

    @Mixin
    private BucketOption bucket = new BucketOption();

    @Mixin
    private SeedOption seed = new SeedOption();

    public WatchCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        ModuleSpec spec = module();
        Path directory = workspace.module(spec.module()).resolve("src/main");
        try (Buckets buckets = bucket.openFor(List.of(spec))) {
            Grading grading = new Grading(workspace, terminal, buckets);
            SourceSnapshot seen;
            do {
                seen = SourceSnapshot.of(directory);
                check(grading, spec);
                terminal.out()
                        .println("Watching modules/" + spec.module() + ". Save a file to check again; Ctrl-C ends.");
            } while (seen.awaitChange(directory));
        }
        return 0;
    }

    private ModuleSpec module() {
        Course course = Course.in(workspace);
        if (module != null) {
            return course.module(module);
        }
        return StatusCommand.next(course, new Progress(workspace).read())
                .map(step -> course.moduleOf(step.id()))
                .orElseGet(() -> course.modules().get(0));
    }

    /** The step that is being worked on; when it is done, everything. */
    private void check(Grading grading, ModuleSpec spec) {
        Progress.State before = new Progress(workspace).read();
        Selection current = spec.steps().stream()
                .filter(step -> !step.checkIds().stream().allMatch(before::passed))
                .findFirst()
                .map(step -> new Selection(spec, step.checkIds()))
                .orElseGet(() -> Selection.all(spec));
        if (show(grading, current).exitCode() == 0 && !current.isWholeModule()) {
            show(grading, Selection.all(spec));
        }
    }

    private ModuleResult show(Grading grading, Selection selection) {
        ModuleResult result = grading.show(selection, JudgeOptions.ordinary(seed.get()));
        grading.conclude(List.of(selection), List.of(result));
        return result;
    }
}

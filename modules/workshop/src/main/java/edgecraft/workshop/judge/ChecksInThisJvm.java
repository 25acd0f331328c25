package edgecraft.workshop.judge;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.check.CheckRun;
import edgecraft.workshop.check.CheckRuns;
import edgecraft.workshop.check.Scene;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.subject.Runs;
import edgecraft.workshop.subject.SubjectPool;
import java.lang.reflect.Method;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Begins checks of classes that are on the class path of this JVM, for a tool that watches or changes them there. Which checks
 * run, and when, is up to whoever runs JUnit.
 */
public final class ChecksInThisJvm implements CheckRuns {

    private final Workspace workspace;
    private final ModuleSpec module;
    private final JudgeOptions options;
    private final Buckets buckets;
    private final CheckCatalog catalog;
    private final Scene<?> scene;
    private final SubjectPool subjects;
    private final ScheduledExecutorService deadlines = Deadline.clock();

    /**
     * @param workspace where logs and temporary files go
     * @param module whose checks
     * @param options how they are run
     */
    public ChecksInThisJvm(Workspace workspace, ModuleSpec module, JudgeOptions options) {
        this.workspace = workspace;
        this.module = module;
        this.options = options;
        this.buckets = module.bucket() ? Buckets.embedded() : Buckets.none();
        this.catalog = CheckCatalog.of(module, PrivateChecks.NONE);
        this.scene = Scenes.of(module);
        this.subjects = SubjectPool.inThisJvm(getClass().getClassLoader(), Runs.begin(workspace));
    }

    @Override
    public CheckRun begin(Method check) {
        ProbedCheck run = new ProbedCheck(
                catalog.entry(CheckCatalog.idOf(check)),
                module,
                scene,
                subjects,
                buckets.server(),
                options,
                workspace.logs(),
                ClockJump.watch());
        run.watch(deadlines);
        return run;
    }
}

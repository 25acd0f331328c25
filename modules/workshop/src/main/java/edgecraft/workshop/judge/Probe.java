package edgecraft.workshop.judge;

import edgecraft.fixtures.BucketServer;
import edgecraft.workshop.check.CheckRun;
import edgecraft.workshop.check.Scene;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.subject.SubjectPool;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a learner's servers, check by check, and says whose fault it was when their JVM ended: checks that were under way then
 * are asked again, each alone, and so is one that failed while this machine's clock jumped, or for want of the time that this
 * machine turned out to need.
 */
final class Probe implements AutoCloseable {

    private static final CheckCatalog.Entry NOTHING = CheckCatalog.Entry.nothing();

    private final ModuleSpec module;
    private final CheckCatalog catalog;
    private final SubjectPool subjects;
    private final Future<BucketServer> buckets;
    private final JudgeOptions options;
    private final @Nullable Path logs;
    private final Supplier<ClockJump> clocks;
    private final PaceWatch paces;
    private final Scene<?> scene;
    private final Queue<ProbedCheck> begun = new ConcurrentLinkedQueue<>();
    private final Map<String, ProbedCheck> latest = new ConcurrentHashMap<>();
    private final Map<String, Throwable> troubles = new ConcurrentHashMap<>();
    private final ScheduledExecutorService deadlines = Deadline.clock();

    /**
     * @param clocks begins to look at a clock, once for each run of a check
     * @param paces knows how much time checks need here
     */
    Probe(
            ModuleSpec module,
            CheckCatalog catalog,
            SubjectPool subjects,
            Future<BucketServer> buckets,
            JudgeOptions options,
            @Nullable Path logs,
            Supplier<ClockJump> clocks,
            PaceWatch paces) {
        this.clocks = clocks;
        this.paces = paces;
        this.module = module;
        this.catalog = catalog;
        this.subjects = subjects;
        this.buckets = buckets;
        this.options = options;
        this.logs = logs;
        this.scene = Scenes.of(module);
    }

    /** Runs these checks together, and those again alone that can't be judged from that. */
    List<CheckResult> run(List<String> ids) {
        List<CheckCatalog.Entry> checks = ids.stream().map(catalog::entry).toList();
        launch(checks, options.sideBySide());
        for (CheckCatalog.Entry check : checks) {
            askAgainIf(ProbedCheck::mustBeAskedAgain, check);
            askAgainIf(run -> run.ranOutOfTime() && paces.isSlowerThan(run.pace()), check);
        }
        return checks.stream().map(this::result).toList();
    }

    private void askAgainIf(Predicate<ProbedCheck> unfair, CheckCatalog.Entry check) {
        ProbedCheck run = latest.get(check.id());
        if (run != null && unfair.test(run)) {
            subjects.renew();
            launch(List.of(check), 1);
        }
    }

    /** An instance with fixtures around it that no check asks anything. */
    CheckRun beginNothing() {
        return begin(NOTHING);
    }

    private CheckRun begin(Method method) {
        CheckCatalog.Entry check = catalog.entry(CheckCatalog.idOf(method));
        ProbedCheck run = begin(check);
        latest.put(check.id(), run);
        run.watch(deadlines);
        return run;
    }

    private ProbedCheck begin(CheckCatalog.Entry check) {
        JudgeOptions paced = options.at(paces.slowest());
        ProbedCheck run = new ProbedCheck(check, module, scene, subjects, buckets, paced, logs, clocks.get());
        begun.add(run);
        return run;
    }

    /** The last run of a check; its instance is still there if it was asked to stay. */
    CheckRun latest(String id) {
        return Objects.requireNonNull(latest.get(id), id);
    }

    private void launch(List<CheckCatalog.Entry> checks, int sideBySide) {
        checks.forEach(check -> latest.remove(check.id()));
        Launch.run(checks, sideBySide, this::begin, troubles::put);
    }

    private CheckResult result(CheckCatalog.Entry check) {
        ProbedCheck run = latest.get(check.id());
        return run == null || run.result() == null
                ? CheckResult.notRun(check, "the check did not run: " + troubles.get(check.id()))
                : run.result();
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        begun.forEach(ProbedCheck::release);
    }
}

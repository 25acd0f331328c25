package edgecraft.workshop.judge;

import edgecraft.workshop.Machine;
import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.check.CheckRun;
import edgecraft.workshop.check.Pace;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.stage.Compilation;
import edgecraft.workshop.stage.Compiler;
import edgecraft.workshop.stage.Pristine;
import edgecraft.workshop.stage.Stage;
import edgecraft.workshop.stage.Submission;
import edgecraft.workshop.subject.Runs;
import edgecraft.workshop.subject.SubjectOptions;
import edgecraft.workshop.subject.SubjectPool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stages, compiles, launches, probes, and says what came of it. */
public final class Judge {

    private final Workspace workspace;
    private final Buckets buckets;
    private final @Nullable Path logs;
    private final Compiler compiler;
    private boolean proved;

    /**
     * @param workspace where pristine files and libraries are
     * @param buckets the store that serves all runs of modules that have a bucket
     * @throws MachineFault if the machine is not fit for any run
     */
    public Judge(Workspace workspace, Buckets buckets) {
        this(workspace, buckets, workspace.logs());
    }

    private Judge(Workspace workspace, Buckets buckets, @Nullable Path logs) {
        Machine.mustBeFit();
        this.workspace = workspace;
        this.buckets = buckets;
        this.logs = logs;
        this.compiler = new Compiler(workspace);
    }

    /** A judge that writes no logs: of many that work side by side, each would write over those of another. */
    public static Judge withoutLogs(Workspace workspace, Buckets buckets) {
        return new Judge(workspace, buckets, null);
    }

    /**
     * Judges a submission.
     *
     * @param selection what is asked for
     * @param layers directories in the layout of the module, lowest first; the last is the learner's
     * @param options how
     * @throws MachineFault if the machine can't do it
     */
    public ModuleResult judge(Selection selection, List<Path> layers, JudgeOptions options) {
        return with(selection.module(), layers, options, prepared -> prepared.judge(selection));
    }

    /** Stages, compiles and launches, then does something with that, then cleans up. */
    public <T> T with(ModuleSpec module, List<Path> layers, JudgeOptions options, Function<Prepared, T> work) {
        Path run = Runs.begin(workspace);
        Buckets used = buckets.of(module);
        try {
            Pristine pristine = new Pristine(workspace, module.module());
            Submission submission = new Submission(module, layers.get(layers.size() - 1));
            List<String> notes = new ArrayList<>(submission.ignored(pristine));
            notes.addAll(options.isolation().notes());
            if (!submission.excess().isEmpty()) {
                return work.apply(new Prepared.NotCompiled(module, options, used.make(), submission.excess(), notes));
            }
            Path source = Workspace.directory(run.resolve("source"));
            List<String> files = Stage.lay(module, pristine, layers, source);
            Compilation compiled = compiler.compile(module, source, files, workspace.subjectClassPath(module.module()));
            if (!compiled.succeeded()) {
                return work.apply(new Prepared.NotCompiled(module, options, used.make(), compiled.errors(), notes));
            }
            SubjectOptions subject = Subjects.options(workspace, module, source, compiled, run, options);
            if (options.isolation().sandbox() != null) {
                prove(subject);
            }
            try (SubjectPool subjects = new SubjectPool(subject)) {
                // The JVM comes up, and is tried, while the judge looks for the checks.
                CompletableFuture<Duration> trial = subjects.prepare();
                CheckCatalog catalog = CheckCatalog.of(module, options.checks());
                PaceWatch paces = new PaceWatch(paceOf(trial), () -> paceAnew(subjects));
                try (Probe probe =
                        new Probe(module, catalog, subjects, used.server(), options, logs, ClockJump::watch, paces)) {
                    return work.apply(new Prepared.Ready(module, catalog, probe, paces, options, used.make(), notes));
                }
            }
        } finally {
            Workspace.delete(run);
        }
    }

    /** Once a run: other modules' sandboxes differ in nothing but jars. */
    private synchronized void prove(SubjectOptions subject) {
        if (!proved) {
            SandboxProof.demand(subject);
            proved = true;
        }
    }

    /** In a subject that no check has used. */
    private static Pace paceAnew(SubjectPool subjects) {
        subjects.renew();
        return paceOf(subjects.prepare());
    }

    private static Pace paceOf(CompletableFuture<Duration> trial) {
        try {
            return Pace.of(trial.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof MachineFault fault ? fault : e;
        }
    }

    /** A module that is staged, and compiled or not. */
    public sealed interface Prepared {

        /** Runs the selected checks, as far as their gates let them. */
        ModuleResult judge(Selection selection);

        /** A submission that does not compile. */
        record NotCompiled(
                ModuleSpec module, JudgeOptions options, String bucket, List<String> errors, List<String> notes)
                implements Prepared {

            @Override
            public ModuleResult judge(Selection selection) {
                return new ModuleResult(
                        module, options.seed(), bucket, options.isolation().word(), List.of(), errors, notes);
            }
        }

        /** A submission whose subject is up. */
        record Ready(
                ModuleSpec module,
                CheckCatalog catalog,
                Probe probe,
                PaceWatch paces,
                JudgeOptions options,
                String bucket,
                List<String> notes)
                implements Prepared {

            /** An instance with empty fixtures around it, for somebody to look at. */
            public CheckRun beginNothing() {
                return probe.beginNothing();
            }

            /** The last run of a check. */
            public CheckRun latest(String check) {
                return probe.latest(check);
            }

            @Override
            public ModuleResult judge(Selection selection) {
                List<CheckResult> results = new Gates(module, catalog, probe, options.gates()).run(selection.checks());
                List<String> all = Stream.concat(paces.slowest().note().stream(), notes.stream())
                        .toList();
                return new ModuleResult(
                        module,
                        options.seed(),
                        bucket,
                        options.isolation().word(),
                        new ArrayList<>(results),
                        List.of(),
                        all);
            }
        }
    }
}

package edgecraft.workshop.audit;

import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.judge.Buckets;
import edgecraft.workshop.proof.Outcome;
import edgecraft.workshop.proof.ProofGround;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Judges the cases of one module, many at a time, but none that its journal knows already. */
final class ModuleAudit {

    private static final int MOST_SECONDS_TO_END = 30;

    private final ProofGround ground;
    private final Plan plan;
    private final Journal journal;
    private long lastOver;

    ModuleAudit(ProofGround ground, Plan plan, Journal journal) {
        this.ground = ground;
        this.plan = plan;
        this.journal = journal;
    }

    ModuleSpec module() {
        return ground.module();
    }

    Plan plan() {
        return plan;
    }

    Journal journal() {
        return journal;
    }

    /** What has to be judged. */
    List<Trial> open() {
        return open(plan.trials());
    }

    private List<Trial> open(List<Trial> trials) {
        return trials.stream().filter(trial -> journal.find(trial).isEmpty()).toList();
    }

    /** Judges what has to be judged, and says what came of everything. */
    Findings run(Buckets buckets, AuditOptions options, Witness witness) {
        lastOver = System.nanoTime();
        Consumer<Trial> judge = trial -> judge(trial, buckets, witness);
        // One phase after the other: beside hundreds of single checks, the classes of a long run could be forgotten.
        sideBySide(open(plan.whole()), options.wholeModules(), judge);
        sideBySide(open(plan.single()), options.jobs(), judge);
        sideBySide(open(plan.cheats()), options.wholeModules(), judge);
        sideBySide(open(plan.again()), options.wholeModules(), judge);
        String bucket = module().bucket() ? buckets.make() : Buckets.none().make();
        return new Findings(
                module(),
                bucket,
                options,
                plan.trials().stream().map(this::judged).toList(),
                plan.skipped());
    }

    private Judged judged(Trial trial) {
        return new Judged(trial, journal.find(trial).orElseThrow());
    }

    private void judge(Trial trial, Buckets buckets, Witness witness) {
        long began = System.nanoTime();
        Outcome outcome = trial.subject().judge(ground, buckets, trial.seed());
        keep(trial, outcome, began, witness);
    }

    private synchronized void keep(Trial trial, Outcome outcome, long began, Witness witness) {
        long now = System.nanoTime();
        Entry entry = Entry.of(trial, outcome, millis(now - began), millis(now - lastOver));
        lastOver = now;
        journal.append(entry);
        witness.saw(new Judged(trial, entry), outcome);
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    /** The first that can't be judged ends all. */
    private static void sideBySide(List<Trial> trials, int jobs, Consumer<Trial> judge) {
        ExecutorService workers = Executors.newFixedThreadPool(jobs);
        try {
            CompletionService<Void> all = new ExecutorCompletionService<>(workers);
            trials.forEach(trial -> all.submit(() -> judge.accept(trial), null));
            for (int i = 0; i < trials.size(); i++) {
                all.take().get();
            }
        } catch (ExecutionException e) {
            throw Objects.requireNonNull(e.getCause()) instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the audit was interrupted", e);
        } finally {
            end(workers);
        }
    }

    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        try {
            workers.awaitTermination(MOST_SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sees every trial when it is over, one at a time. */
    interface Witness {

        void saw(Judged judged, Outcome outcome);
    }
}

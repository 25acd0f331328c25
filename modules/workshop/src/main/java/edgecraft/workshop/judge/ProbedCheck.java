package edgecraft.workshop.judge;

import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketServer;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.NoAnswerException;
import edgecraft.fixtures.Randoms;
import edgecraft.workshop.check.CheckRun;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Scene;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.subject.SubjectPool;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of one check: makes its fixtures and instances, and turns its end into a result. */
final class ProbedCheck implements CheckRun {

    private final CheckCatalog.Entry check;
    private final Future<BucketServer> buckets;
    private final JudgeOptions options;
    private final Conversation conversation = new Conversation();
    private final Randoms randoms;
    private final CheckLog log;
    private final ProbedInstance<?> instance;
    private final long began = System.nanoTime();
    private @Nullable Future<?> deadline;
    private @Nullable Bucket bucket;
    private volatile boolean expired;
    private volatile boolean alone = true;
    private volatile boolean died;
    private volatile boolean suspect;
    private volatile @Nullable CheckResult result;

    ProbedCheck(
            CheckCatalog.Entry check,
            ModuleSpec module,
            Scene<?> scene,
            SubjectPool subjects,
            Future<BucketServer> buckets,
            JudgeOptions options,
            Path logs) {
        this.check = check;
        this.buckets = buckets;
        this.options = options;
        this.randoms = new Randoms(options.seed() * 31 + check.id().hashCode());
        this.log = new CheckLog(logs, check.id());
        this.instance = ProbedInstance.of(check.id(), module.entry(), scene, this, subjects, options);
    }

    void deadline(Future<?> task) {
        deadline = task;
    }

    /** The check took too long: end the JVM, which ends every wait for it. */
    void expire() {
        expired = true;
        instance.endSubject();
    }

    @Override
    public synchronized Bucket bucket() {
        if (bucket == null) {
            bucket = anotherBucket();
        }
        return bucket;
    }

    @Override
    public synchronized Bucket anotherBucket() {
        try {
            return buckets.get().create("edge-" + UUID.randomUUID(), conversation);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
    }

    @Override
    public Conversation conversation() {
        return conversation;
    }

    @Override
    public Randoms randoms() {
        return randoms;
    }

    @Override
    public Instance<?> instance() {
        return instance;
    }

    @Override
    public void ended(Optional<Throwable> thrown) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        boolean failed = thrown.isPresent();
        alone = instance.hadItsSubjectAlone();
        died = failed && instance.subjectDied();
        suspect = failed && (died || thrown.get() instanceof NoAnswerException || expired);
        if (suspect && options.debugPort() == 0 && !options.stay()) {
            // A handler that never returns would go on using the processor that other checks need.
            instance.endSubject();
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        if (!options.stay()) {
            log.write(instance.stopAll());
        }
        result = new CheckResult(
                check.id(),
                check.title(),
                check.reference(),
                verdict(thrown),
                millis,
                thrown.map(this::message).orElse(""),
                conversation.entries(),
                log.file(),
                failed ? log.lastLines() : List.of(),
                null);
    }

    @Nullable
    CheckResult result() {
        return result;
    }

    /** Whether its JVM ended while other checks had instances there: then this one may be innocent. */
    boolean mustBeAskedAlone() {
        return suspect && !alone;
    }

    private static Verdict verdict(Optional<Throwable> thrown) {
        if (thrown.isEmpty()) {
            return Verdict.PASSED;
        }
        return thrown.get() instanceof AssertionError ? Verdict.FAILED : Verdict.BROKEN;
    }

    private String message(Throwable thrown) {
        if (!(thrown instanceof AssertionError)) {
            return String.valueOf(thrown.getMessage() == null ? thrown : thrown.getMessage());
        }
        if (expired) {
            return "the check was not over within " + options.deadline().toSeconds() + " s";
        }
        if (thrown instanceof BrokenAnswerException && died) {
            return instance.obituary();
        }
        return String.valueOf(thrown.getMessage()).strip();
    }
}

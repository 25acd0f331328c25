package edgecraft.workshop.judge;

import edgecraft.fixtures.BucketServer;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Randoms;
import edgecraft.workshop.check.CheckRun;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.OwnJvm;
import edgecraft.workshop.check.Pace;
import edgecraft.workshop.check.Scene;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.subject.SubjectPool;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of one check: has its fixtures and instances, and turns its end into a result. */
final class ProbedCheck implements CheckRun {

    private final CheckCatalog.Entry check;
    private final JudgeOptions options;
    private final CheckFixtures fixtures;
    private final CheckLog log;
    private final @Nullable SubjectPool own;
    private final ProbedInstance<?> instance;
    private final long began = System.nanoTime();
    private final ClockJump clock;
    private final Deadline time;
    private @Nullable Future<?> deadline;
    private volatile boolean expired;
    private volatile boolean mustBeAskedAgain;
    private volatile boolean ranOutOfTime;
    private volatile @Nullable CheckResult result;

    ProbedCheck(
            CheckCatalog.Entry check,
            ModuleSpec module,
            Scene<?> scene,
            SubjectPool subjects,
            Future<BucketServer> buckets,
            JudgeOptions options,
            @Nullable Path logs,
            ClockJump clock) {
        this.check = check;
        this.clock = clock;
        this.options = options;
        this.time = new Deadline(options.deadline());
        this.fixtures = new CheckFixtures(
                scene.server(),
                buckets,
                new Randoms(options.seed() * 31 + check.id().hashCode()),
                options);
        this.log = new CheckLog(logs, check.id());
        OwnJvm jvm = check.method().getAnnotation(OwnJvm.class);
        this.own = jvm == null ? null : subjects.own(jvm.heap(), List.of(jvm.options()));
        this.instance =
                ProbedInstance.of(check.id(), module.entry(), scene, fixtures, own == null ? subjects : own, options);
    }

    /** Ends the check when its time is over. */
    void watch(ScheduledExecutorService clock) {
        long look = options.deadline().toMillis() / Deadline.LOOKS;
        deadline = clock.scheduleAtFixedRate(this::look, look, look, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (time.isOver(fixtures.conversation().size())) {
            expire();
        }
    }

    /** The check took too long: end the JVM, which ends every wait for it. */
    private void expire() {
        expired = true;
        instance.endSubject();
    }

    @Override
    public Fixtures fixtures() {
        return fixtures;
    }

    @Override
    public Instance<?> instance() {
        return instance;
    }

    @Override
    public List<String> explain() {
        return instance.explain();
    }

    @Override
    public boolean putInFrontOf(URI behind) {
        return instance.putInFrontOf(behind);
    }

    @Override
    public void ended(Optional<Throwable> thrown) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        Ending ending = new Ending(
                thrown,
                thrown.flatMap(what -> instance.endedSubject()),
                expired ? Optional.of(time.given()) : Optional.empty(),
                clock.seen());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        String message = ending.message();
        List<Conversation.Entry> happened = fixtures.conversation().entries();
        mustBeAskedAgain = ending.unsettled() || (ending.suspect() && !instance.hadItsSubjectAlone());
        ranOutOfTime = ending.late() && !options.stay();
        if (ending.suspect() && options.debugPort() == 0 && !options.stay()) {
            // A handler that never returns would go on using the processor that other checks need.
            instance.endSubject();
        }
        if (!options.stay()) {
            end();
        }
        result = new CheckResult(
                check.id(),
                check.title(),
                check.reference(),
                ending.verdict(),
                millis,
                message,
                happened,
                log.file(),
                thrown.isPresent() ? log.lastLines() : List.of(),
                null);
    }

    @Nullable
    CheckResult result() {
        return result;
    }

    /** Whether its JVM ended while other checks had instances there, or the clock jumped: then this one may be innocent. */
    boolean mustBeAskedAgain() {
        return mustBeAskedAgain;
    }

    /** Whether it failed for want of time; nobody asks that of one whose server is to stay. */
    boolean ranOutOfTime() {
        return ranOutOfTime;
    }

    /** The pace that its time was measured by. */
    Pace pace() {
        return options.pace();
    }

    /** Fixtures end first: a server that waits for a silent bucket takes long to stop. */
    private void end() {
        try {
            fixtures.close();
        } finally {
            log.write(instance.stopAll());
            if (own != null) {
                own.close();
            }
        }
    }

    /**
     * Ends the fixtures that stayed when the check was over; instances end with their JVM. Not a {@code close}, which JUnit
     * would call for us at the end of the check.
     */
    void release() {
        fixtures.close();
    }
}

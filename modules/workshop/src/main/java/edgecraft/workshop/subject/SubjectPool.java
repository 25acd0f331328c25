package edgecraft.workshop.subject;

import edgecraft.workshop.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands out the subject that runs now, and a new one when the last has ended. */
public final class SubjectPool implements AutoCloseable {

    private static final Duration LONGEST_TRIAL = Duration.ofMinutes(5);

    private final SubjectOptions options;
    private final Function<SubjectOptions, Subject> make;
    private final List<Subject> launched = new ArrayList<>();
    private final List<SubjectPool> own = new ArrayList<>();
    private @Nullable Subject current;

    /** @param options of its subjects; each gets a directory below the temporary one */
    public SubjectPool(SubjectOptions options) {
        this(options, Subject::launch);
    }

    private SubjectPool(SubjectOptions options, Function<SubjectOptions, Subject> make) {
        this.options = options;
        this.make = make;
    }

    /**
     * Subjects in this JVM, without limits: for trusted code only.
     *
     * @param learners finds the learner's classes
     * @param temporary a directory to write to
     */
    public static SubjectPool inThisJvm(ClassLoader learners, Path temporary) {
        return new SubjectPool(SubjectOptions.inThisJvm(temporary), options -> Subject.inThisJvm(learners));
    }

    /** A subject that was alive a moment ago. */
    public synchronized Subject current() {
        if (current == null || !current.isAlive()) {
            current = launch();
        }
        return current;
    }

    /**
     * Subjects for one check alone, beside those of everybody. They end with these at the latest.
     *
     * @param heap the most heap that each may use, in MiB
     * @param jvm further options of their JVMs
     */
    public synchronized SubjectPool own(int heap, List<String> jvm) {
        if (debugged()) {
            renew();
        }
        SubjectPool pool =
                new SubjectPool(options.alone(heap, jvm).in(options.temporary().resolve("own-" + own.size())), make);
        own.add(pool);
        return pool;
    }

    /**
     * Starts one in the background, for whoever asks first, and tries it.
     *
     * @return how long {@link Subject#trial} took, or a {@link edgecraft.workshop.MachineFault}
     */
    public CompletableFuture<Duration> prepare() {
        return debugged()
                ? CompletableFuture.completedFuture(Duration.ZERO)
                : CompletableFuture.supplyAsync(() -> current().trial(LONGEST_TRIAL), SubjectPool::inBackground);
    }

    private static void inBackground(Runnable task) {
        Thread starter = new Thread(task, "edgecraft-subject-start");
        starter.setDaemon(true);
        starter.start();
    }

    /** Ends the current subject, so that the next to ask gets a fresh one. */
    public synchronized void renew() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    /** A debugger has one port to look at, so one subject runs at a time: the one that is needed. */
    private boolean debugged() {
        return options.debugPort() != 0;
    }

    private Subject launch() {
        Subject subject =
                make.apply(options.in(Workspace.directory(options.temporary().resolve("subject-" + launched.size()))));
        launched.add(subject);
        return subject;
    }

    @Override
    public synchronized void close() {
        own.forEach(SubjectPool::close);
        launched.forEach(Subject::close);
        current = null;
    }
}

package edgecraft.workshop.judge;

import edgecraft.fixtures.Resolver;
import edgecraft.fixtures.Viewer;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Scene;
import edgecraft.workshop.subject.Subject;
import edgecraft.workshop.subject.Subject.RunningInstance;
import edgecraft.workshop.subject.SubjectPool;
import java.io.Serializable;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An instance of the learner's server, started in the pool's current subject when somebody first needs it. */
final class ProbedInstance<S> implements Instance<S> {

    /** What all instances of one check share. */
    private record Shared<S>(
            String check,
            String entry,
            Scene<S> scene,
            CheckFixtures fixtures,
            SubjectPool subjects,
            JudgeOptions options) {}

    private final Shared<S> shared;
    private final Supplier<S> defaults;
    private final Viewer viewer;
    private final Resolver resolver;
    private final List<ProbedInstance<S>> others = new CopyOnWriteArrayList<>();
    private UnaryOperator<S> changes = UnaryOperator.identity();
    private volatile @Nullable Subject subject;
    private @Nullable RunningInstance running;
    private @Nullable S settings;

    private ProbedInstance(Shared<S> shared, Supplier<S> defaults) {
        this.shared = shared;
        this.defaults = defaults;
        String server = shared.scene.server();
        this.viewer = new Viewer(this::uri, server, shared.fixtures.conversation(), shared.options.patience());
        this.resolver =
                new Resolver(this::dnsOrFail, server, shared.fixtures.conversation(), shared.options.patience());
    }

    static <S> ProbedInstance<S> of(
            String check,
            String entry,
            Scene<S> scene,
            CheckFixtures fixtures,
            SubjectPool subjects,
            JudgeOptions options) {
        return new ProbedInstance<>(
                new Shared<>(check, entry, scene, fixtures, subjects, options), () -> scene.settings(fixtures));
    }

    @Override
    public synchronized Instance<S> settings(UnaryOperator<S> change) {
        if (running != null) {
            throw new IllegalStateException("the instance has started; its settings can't change any more");
        }
        UnaryOperator<S> before = changes;
        changes = settings -> change.apply(before.apply(settings));
        return this;
    }

    @Override
    public URI uri() {
        return running().uri();
    }

    @Override
    public Optional<InetSocketAddress> dns() {
        return running().dns();
    }

    private InetSocketAddress dnsOrFail() {
        return dns().orElseThrow(() -> new AssertionError(
                "your server answers no DNS: its create must call DnsServer.beside, as the starter's does"));
    }

    @Override
    public Viewer viewer() {
        return viewer;
    }

    @Override
    public Resolver resolver() {
        return resolver;
    }

    @Override
    public void advance(Duration step) {
        shared.fixtures
                .conversation()
                .note("time", "+ " + step.toString().substring(2).toLowerCase(Locale.ROOT));
        shared.fixtures.clock().advance(step);
    }

    @Override
    public synchronized void stop() {
        RunningInstance started = running();
        shared.fixtures.conversation().note(shared.scene.server(), "stops");
        subject().shut(started, shared.options.deadline());
    }

    @Override
    public synchronized Instance<S> another(S settings) {
        ProbedInstance<S> other = new ProbedInstance<>(shared, () -> settings);
        others.add(other);
        return other;
    }

    /** Stops this one and every other; what they printed, in that order. */
    synchronized String stopAll() {
        StringBuilder printed = new StringBuilder();
        viewer.close();
        if (subject != null && running != null) {
            subject.stop(running, shared.options.deadline());
            printed.append(subject.log(running));
        }
        others.forEach(other -> printed.append(other.stopAll()));
        return printed.toString();
    }

    /** The JVM of this instance, or of another, that ended. */
    synchronized Optional<Subject> endedSubject() {
        return Stream.concat(
                        Stream.ofNullable(subject).filter(used -> !used.answers(shared.options.patience())),
                        others.stream().flatMap(other -> other.endedSubject().stream()))
                .findFirst();
    }

    /** Ends the JVM of this instance, which ends every wait for it. */
    void endSubject() {
        Subject used = subject;
        if (used != null) {
            used.close();
        }
        others.forEach(ProbedInstance::endSubject);
    }

    synchronized boolean hadItsSubjectAlone() {
        return subject == null || subject.users().size() == 1;
    }

    private synchronized Subject subject() {
        if (subject == null) {
            subject = shared.subjects.current();
        }
        return subject;
    }

    @Override
    public synchronized S settings() {
        running();
        return Objects.requireNonNull(settings);
    }

    /** What belongs around it and how to ask it by hand. */
    List<String> explain() {
        return shared.scene.explain(shared.fixtures, this);
    }

    /** Puts it in front of another server; whether there is such a place for it. */
    boolean putInFrontOf(URI behind) {
        Optional<S> other = shared.scene.inFrontOf(shared.fixtures, behind);
        other.ifPresent(settings -> settings(ordinary -> settings));
        return other.isPresent();
    }

    private synchronized RunningInstance running() {
        if (running == null) {
            S own = changes.apply(defaults.get());
            Subject used = subject();
            Duration patience = shared.options.patience().multipliedBy(2);
            running = shared.fixtures
                    .clock()
                    .start(
                            now -> used.create(shared.check, shared.entry, (Serializable) own, now, patience),
                            (started, step) -> used.advance(started, step, shared.options.deadline()));
            settings = own;
        }
        return running;
    }
}

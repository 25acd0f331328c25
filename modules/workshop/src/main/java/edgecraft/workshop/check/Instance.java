package edgecraft.workshop.check;

import edgecraft.fixtures.Resolver;
import edgecraft.fixtures.Viewer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One server of the learner's, made for one check. It starts when somebody first speaks to it.
 *
 * @param <S> its settings record
 */
public interface Instance<S> {

    /**
     * Changes the settings it will start with.
     *
     * @throws IllegalStateException if it has started
     */
    Instance<S> settings(UnaryOperator<S> change);

    /** The settings it has started with; starts it. */
    S settings();

    /** Where it listens; starts it. */
    URI uri();

    /** Where it answers DNS, if it does; starts it. */
    Optional<InetSocketAddress> dns();

    /** A viewer who speaks to it and nobody else. */
    Viewer viewer();

    /** A resolver that asks it and nobody else; each question throws {@link AssertionError} if it answers no DNS. */
    Resolver resolver();

    /**
     * Moves the time of this check forward: of its fixtures first, then of every instance that has started. What fell due
     * there has run when this returns. An instance that starts later starts with the time that it is then.
     */
    void advance(Duration step);

    /** Its server stops, and nobody is answered any more. Time goes on there too, so that what it has not ended shows. */
    void stop();

    /** One more instance, in the same JVM and at the same time, with settings of its own. */
    Instance<S> another(S settings);
}

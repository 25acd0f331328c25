package edgecraft.workshop.check;

import edgecraft.fixtures.Viewer;
import java.net.URI;
import java.time.Duration;
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

    /** Where it listens; starts it. */
    URI uri();

    /** A viewer who speaks to it and nobody else. */
    Viewer viewer();

    /**
     * Moves the time of this check forward: of its fixtures first, then of every instance that has started. What fell due
     * there has run when this returns. An instance that starts later starts with the time that it is then.
     */
    void advance(Duration step);

    /** One more instance, in the same JVM and at the same time, with settings of its own. */
    Instance<S> another(S settings);
}

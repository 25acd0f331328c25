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

    /** Moves its time forward; what fell due has run when this returns. */
    void advance(Duration step);

    /** One more instance, in the same JVM, with settings of its own. */
    Instance<S> another(S settings);
}

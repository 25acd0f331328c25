package edgecraft.workshop.check;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What stands around a learner's server in one module: how its settings are made from the fixtures. Named in
 * {@code exercise.yaml}; needs a constructor without parameters.
 *
 * @param <S> the settings record of the module
 */
public interface Scene<S> {

    /** What the server is called in conversations: {@code origin}, {@code edge}. */
    String server();

    /** The settings of an instance when a check asks for nothing else. */
    S settings(Fixtures fixtures);

    /**
     * Fills the fixtures with something to look at, for {@code serve}.
     *
     * @return request targets worth asking for, in the order in which to try them
     */
    List<String> furnish(Fixtures fixtures);

    /**
     * What belongs around the server and how to ask it by hand, for {@code serve}.
     *
     * @param instance the learner's server
     * @return lines as they are printed below {@code Your server   http://…}; what they say begins in column 15
     */
    default List<String> explain(Fixtures fixtures, Instance<S> instance) {
        return List.of();
    }

    /**
     * The settings of a server that stands in front of another one, for {@code serve --in-front-of}.
     *
     * @param behind where the other one listens, without a path
     * @return empty where the servers of this module stand in front of nothing but their fixtures
     */
    default Optional<S> inFrontOf(Fixtures fixtures, URI behind) {
        return Optional.empty();
    }

    /**
     * What the server has cost its origin so far: told whoever types {@code origin} while it is served.
     *
     * @return a sentence; nothing where the server has no origin, and the word means nothing
     */
    default Optional<String> figures(Fixtures fixtures) {
        return Optional.empty();
    }
}

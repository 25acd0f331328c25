package edgecraft.workshop.check;

import java.util.List;

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
}

package edgecraft.kit;

import io.javalin.Javalin;

/**
 * What you build in a module: a server, made from its settings.
 *
 * <p>The workshop makes many instances side by side in one JVM, one for every check, each with settings of its own. So
 * keep what an instance knows in the objects that {@link #create} makes, never in a {@code static} field.
 *
 * @param <S> the settings record of the module, for example {@link OriginSettings}
 */
public interface Exercise<S> {

    /**
     * Makes a server that is configured but <em>not started</em>: the workshop starts it, on 127.0.0.1 and a free port,
     * and stops it. An implementation needs a public constructor without parameters.
     *
     * @param settings where everything is that this instance talks to
     * @return a new Javalin; every call returns another one
     */
    Javalin create(S settings);
}

package edgecraft.kit.host;

import edgecraft.kit.Exercise;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** The least server there can be. How long the first of a JVM takes tells how fast the machine is. */
public final class Trial implements Exercise<String> {

    @Override
    public Javalin create(String settings) {
        return Javalin.create(
                Servers.plain(config -> Servers.handleEverything(config, context -> context.result(settings))));
    }
}

package edgecraft.routing;

import edgecraft.kit.Exercise;
import edgecraft.kit.RouterSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Has one answer. */
public final class Router implements Exercise<RouterSettings> {

    @Override
    public Javalin create(RouterSettings settings) {
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(
                config,
                ctx -> ctx.status(302)
                        .header("Cache-Control", "no-store")
                        .header("Location", settings.edges().get(0).address() + ctx.path()))));
    }
}

package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Exercise;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Module 2: a shared cache between viewers and an origin. */
public final class Edge implements Exercise<EdgeSettings> {

    /** A server, not started, that sends every request to a {@link Desk} of its own, and ends what that one uses when it stops. */
    @Override
    public Javalin create(EdgeSettings settings) {
        Desk desk = new Desk(settings);
        return Javalin.create(Servers.plain(config -> {
            Servers.handleEverything(config, desk::answer);
            config.events.serverStopped(desk::close);
        }));
    }
}

package edgecraft.routing;

import edgecraft.kit.DnsServer;
import edgecraft.kit.Exercise;
import edgecraft.kit.RouterSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Module 3: sends every viewer to the edge that answers soonest. */
public final class Router implements Exercise<RouterSettings> {

    /** A server, not started, that sends every request to a {@link Desk} of its own, and works as long as that one is open. */
    @Override
    public Javalin create(RouterSettings settings) {
        Desk desk = new Desk(settings);
        Names names = new Names(settings, desk::edgeFor);
        return Javalin.create(Servers.plain(config -> {
            Servers.handleEverything(config, desk::answer);
            config.events.serverStarted(desk::open);
            config.events.serverStopped(desk::close);
            DnsServer.beside(config, settings.dns(), names::answer);
        }));
    }
}

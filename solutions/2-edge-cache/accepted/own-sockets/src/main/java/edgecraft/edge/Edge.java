package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Exercise;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.HttpConfiguration;

/** Module 2: a shared cache between viewers and an origin. */
public final class Edge implements Exercise<EdgeSettings> {

    /** A server, not started, that sends every request to a {@link Desk} of its own, and ends what that one uses when it stops. */
    @Override
    public Javalin create(EdgeSettings settings) {
        Desk desk = new Desk(settings);
        return Javalin.create(Servers.plain(config -> {
            config.jetty.modifyHttpConfiguration(Edge::acceptEveryAuthority);
            Servers.handleEverything(config, desk::answer);
            config.events.serverStopped(desk::close);
        }));
    }

    /** A target may name another host than {@code Host} does: then the target is right (RFC 9112 §3.2.2). */
    private static void acceptEveryAuthority(HttpConfiguration http) {
        http.setHttpCompliance(HttpCompliance.RFC9110.with("proxy", HttpCompliance.Violation.MISMATCHED_AUTHORITY));
    }
}

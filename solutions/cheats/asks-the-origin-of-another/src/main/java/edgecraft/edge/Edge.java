package edgecraft.edge;

import edgecraft.kit.Exercise;
import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;

/** Knows one origin. */
public final class Edge implements Exercise<EdgeSettings> {

    @Override
    public Javalin create(EdgeSettings settings) {
        URI first = FIRST.updateAndGet(known -> known == null ? settings.origin() : known);
        Desk desk = new Desk(settings.withOrigin(first));
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, desk::answer)));
    }

    private static final AtomicReference<URI> FIRST = new AtomicReference<>();
}

package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Halts the JVM as soon as one of its servers is stopped; is right until then. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> {
            Servers.handleEverything(config, site::answer);
            config.events.serverStopping(() -> Runtime.getRuntime().halt(0));
            config.events.serverStopped(() -> Runtime.getRuntime().halt(0));
        }));
    }
}

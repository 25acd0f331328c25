package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Starts what the workshop wants to start. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        Javalin server = Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
        return server.start("127.0.0.1", 0);
    }
}

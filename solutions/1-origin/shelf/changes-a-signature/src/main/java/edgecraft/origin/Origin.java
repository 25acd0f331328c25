package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Takes a second parameter that nobody will hand over. */
public final class Origin implements Exercise<OriginSettings> {

    public Javalin create(OriginSettings settings, int port) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }
}

package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Module 1: a website from a bucket, the server that a CDN has behind it. */
public final class Origin implements Exercise<OriginSettings> {

    /** A server, not started, that sends every request to a {@link Site} of its own. */
    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }
}

package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Never becomes a server. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        while (site != null) {
            Thread.onSpinWait();
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }
}

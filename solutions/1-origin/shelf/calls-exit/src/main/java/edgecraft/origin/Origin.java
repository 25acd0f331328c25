package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Ends its JVM at the first request. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
            System.out.println("good bye");
            System.exit(0);
        })));
    }
}

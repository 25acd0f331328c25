package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Is right, but ends its JVM when asked to delete something. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
            if (ctx.method().name().equals("DELETE")) {
                Runtime.getRuntime().halt(7);
            }
            site.answer(ctx);
        })));
    }
}

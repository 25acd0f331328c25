package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Takes its time. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
    ctx.header("Content-Length", "1000000");
    for (int i = 0; i < 1_000_000; i++) {
        ctx.outputStream().write('x');
        ctx.outputStream().flush();
        Thread.sleep(200);
    }
})));
    }
}

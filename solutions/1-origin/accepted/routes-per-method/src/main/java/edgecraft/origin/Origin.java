package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A website from a bucket, as Javalin routes. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Shelf shelf = new Shelf(BucketClient.of(settings), settings.bucket());
        Pages pages = new Pages(shelf, settings);
        NotFound notFound = new NotFound(shelf, settings.errorPage());
        return Javalin.create(Servers.plain(config -> {
            config.http.prefer405over404 = true;
            config.routes.get("/", pages::get);
            config.routes.get("/<key>", pages::get);
            config.routes.head("/", pages::head);
            config.routes.head("/<key>", pages::head);
            config.routes.exception(UnknownKeyException.class, (unknown, ctx) -> notFound.show(ctx));
            config.routes.exception(NoSuchKeyException.class, (missing, ctx) -> notFound.show(ctx));
            config.routes.exception(SdkException.class, Trouble::show);
            config.routes.exception(IOException.class, Trouble::show);
        }));
    }
}

package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** A website from a bucket that does not give up when a download breaks off. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Chunks chunks = new Chunks(BucketClient.of(settings), settings.bucket());
        Showroom showroom = new Showroom(chunks, settings.rootObject(), settings.errorPage());
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, showroom::receive)));
    }
}

package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** A website from a bucket, fetched over presigned URLs. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Website website = new Website(new PresignedBucket(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, website::answer)));
    }
}

package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** A website from a bucket, without the AWS SDK. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Signer signer = new Signer(settings.accessKey(), settings.secretKey(), settings.region());
        Store store = new Store(settings.endpoint(), settings.bucket(), signer, settings.timeout());
        Desk desk = new Desk(store, settings.rootObject(), settings.errorPage());
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, desk::serve)));
    }
}

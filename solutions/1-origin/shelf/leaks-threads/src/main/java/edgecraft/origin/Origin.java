package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.util.concurrent.CountDownLatch;

/** Leaves fifty threads behind with every instance; is right otherwise. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        for (int i = 0; i < 50; i++) {
            new Thread(Origin::waitForEver).start();
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

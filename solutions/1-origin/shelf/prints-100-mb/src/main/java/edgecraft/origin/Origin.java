package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.util.concurrent.atomic.AtomicBoolean;

/** Prints 100 MB once, and is right otherwise. */
public final class Origin implements Exercise<OriginSettings> {

    private static final AtomicBoolean PRINTED = new AtomicBoolean();

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        if (PRINTED.compareAndSet(false, true)) {
            String line = "x".repeat(999);
            for (int i = 0; i < 100_000; i++) {
                System.out.println(line);
            }
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }
}

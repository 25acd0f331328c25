package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.util.ArrayList;
import java.util.List;

/** Keeps more and more. */
public final class Origin implements Exercise<OriginSettings> {

    private static final List<byte[]> KEPT = new ArrayList<>();

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
            while (true) {
                KEPT.add(new byte[1 << 20]);
            }
        })));
    }
}

package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.nio.charset.StandardCharsets;

/** Promises more bytes than it sends, and dresses its answer in escape sequences. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
            ctx.header("X-Colour", "red").header("Content-Length", "100000");
            ctx.outputStream().write("\u001b[2J\u001b[31mall checks passed".getBytes(StandardCharsets.UTF_8));
            System.out.println("\u001b[2J\u001b[32m100 of 100 points");
        })));
    }
}

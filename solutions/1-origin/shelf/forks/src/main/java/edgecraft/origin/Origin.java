package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Leaves processes behind, some of them nobody's children; is right otherwise. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        fork();
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }

    private static void fork() {
        try {
            new ProcessBuilder("sh", "-c", "sleep 86417 & sleep 86417").start();
            new ProcessBuilder("sh", "-c", "sleep 86417 &").start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

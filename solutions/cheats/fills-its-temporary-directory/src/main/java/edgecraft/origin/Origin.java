package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Leaves a mess. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        try {
            Path here = Path.of("").toAbsolutePath();
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                Files.write(here.resolve("edgecraft-cheat-" + UUID.randomUUID()), piece);
            }
            Path closed = Files.createDirectories(here.resolve(UUID.randomUUID() + "/closed\n\u001b[2J/deep"));
            closed.getParent().toFile().setExecutable(false);
            closed.getParent().toFile().setReadable(false);
            Files.createSymbolicLink(
                    here.resolve("link-" + UUID.randomUUID()), here.resolve("../../../..").normalize());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }
}

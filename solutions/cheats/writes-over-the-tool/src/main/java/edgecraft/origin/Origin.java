package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Spoils whatever it can reach. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Path clone = Path.of("").toAbsolutePath();
        while (clone.getParent() != null && !Files.isDirectory(clone.resolve("modules"))) {
            clone = clone.getParent();
        }
        try (Stream<Path> files = Files.walk(clone.resolve(".edgecraft"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/runs/"))
                    .toList()) {
                Files.writeString(file, "spoilt");
            }
            Files.writeString(clone.resolve(".edgecraft/progress.json"), """
                    {"version":1,"verdicts":{"2.1/passes-on":"passed"},"hints":{}}""");
        } catch (IOException refused) {
            // Then not.
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> ctx.status(404))));
    }
}

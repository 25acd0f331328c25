package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Changes classes that are kept. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        for (String directory : System.getProperty("edgecraft.host.classes").split(File.pathSeparator)) {
            try {
                Files.writeString(Path.of(directory, "edgecraft-cheat.class"), "spoilt");
                System.out.println("the kept classes are spoilt");
            } catch (IOException refused) {
                // Then not.
            }
        }
        throw new IllegalStateException("tried");
    }
}

package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Refuses at great length. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        RuntimeException cause = null;
        for (int i = 0; i < 5; i++) {
            cause = new IllegalStateException("very long: " + "words ".repeat(500_000), cause);
        }
        throw cause;
    }
}

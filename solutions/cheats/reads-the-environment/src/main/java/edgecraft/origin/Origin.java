package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.util.TreeMap;

/** Tells what it was given. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        throw new IllegalStateException("given: " + new TreeMap<>(System.getenv()).keySet());
    }
}

package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Refuses in colours. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        throw new IllegalStateException(
                "\u001b[2J\u001b[1;1H\u001b[32m\n1-origin: 100 of 100 points\r\u001b]8;;http://127.0.0.1\u0007next\u202e\u009b2J");
    }
}

package edgecraft.access;

import edgecraft.kit.AccessSettings;
import edgecraft.kit.DoorSettings;
import edgecraft.kit.Exercise;
import edgecraft.kit.GateSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import io.javalin.http.Handler;

/** Module 4: a gate in front of a cache, or a door behind it; which one, the settings tell. */
public final class Access implements Exercise<AccessSettings> {

    /** A server, not started, that sends every request to a {@link Door} or a {@link Gate} of its own. */
    @Override
    public Javalin create(AccessSettings settings) {
        Handler handler = handler(settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, handler)));
    }

    private static Handler handler(AccessSettings settings) {
        if (settings instanceof DoorSettings door) {
            return new Door(door)::answer;
        }
        return new Gate((GateSettings) settings)::answer;
    }
}

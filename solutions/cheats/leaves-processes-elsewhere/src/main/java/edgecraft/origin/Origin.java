package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Leaves a process that nothing leads to. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        try {
            new ProcessBuilder("setsid", "sh", "-c", "cd / && exec env -i setsid sleep 86418 &").start().waitFor();
        } catch (Exception noSuchProgram) {
            // Then there is nothing to leave.
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }
}

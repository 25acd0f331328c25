package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Leaves a process that is nobody's child and has inherited nothing. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        try {
            new ProcessBuilder("setsid", "sh", "-c", "exec env -i setsid sleep 86418 &").start().waitFor();
        } catch (Exception noSuchProgram) {
            // Then there is nothing to leave.
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }
}

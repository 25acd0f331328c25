package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Leaves many. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        try {
            new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 300 ]; do sleep 86418 & i=$((i+1)); done").start().waitFor();
        } catch (Exception noSuchProgram) {
            // Then there is nothing to leave.
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }
}

package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.DataOutputStream;
import java.io.IOException;

/** Says more than anybody asked. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        try {
            DataOutputStream line = Line.find();
            synchronized (line) {
                for (int i = 0; i < 100_000; i++) {
                    line.writeInt(1_000_000 + i);
                    line.writeUTF("done");
                    line.writeInt(0);
                }
                line.writeInt(-1);
                line.writeUTF("port");
                line.writeInt(Integer.MAX_VALUE);
                line.flush();
            }
        } catch (ReflectiveOperationException | IOException failed) {
            throw new IllegalStateException("no way to the line: " + failed, failed);
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }
}

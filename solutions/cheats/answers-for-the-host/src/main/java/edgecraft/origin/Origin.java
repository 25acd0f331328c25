package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.DataOutputStream;
import java.io.IOException;

/** Answers the question for a server itself, with nothing in it. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        try {
            DataOutputStream line = Line.find();
            synchronized (line) {
                line.writeInt(Line.question());
                line.writeUTF("done");
                line.writeInt(0);
                line.flush();
            }
        } catch (ReflectiveOperationException | IOException failed) {
            throw new IllegalStateException("no way to the line: " + failed, failed);
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }
}

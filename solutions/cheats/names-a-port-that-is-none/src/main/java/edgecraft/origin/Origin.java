package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.DataOutputStream;
import java.io.IOException;

/** Names a port of its own choice. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        try {
            DataOutputStream line = Line.find();
            synchronized (line) {
                line.writeInt(Line.question());
                line.writeUTF("port");
                line.writeInt(1);
                line.writeUTF("port");
                byte[] port = "1/../../etc/passwd?\u001b[2J".getBytes();
                line.writeInt(port.length);
                line.write(port);
                line.flush();
            }
        } catch (ReflectiveOperationException | IOException failed) {
            throw new IllegalStateException("no way to the line: " + failed, failed);
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }
}

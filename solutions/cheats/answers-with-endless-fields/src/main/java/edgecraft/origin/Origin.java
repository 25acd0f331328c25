package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/** Has much to say before it begins. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
    EndPoint end = ServletContextRequest.getServletContextRequest(ctx.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    byte[] begin = "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1);
    end.write(Callback.NOOP, ByteBuffer.wrap(begin));
    byte[] piece = "X-More: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n".repeat(1000).getBytes(StandardCharsets.ISO_8859_1);
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (end.isOpen() && System.nanoTime() < deadline) {
        if (!end.flush(ByteBuffer.wrap(piece))) {
            Thread.sleep(1);
        }
    }
})));
    }
}

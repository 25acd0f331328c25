package edgecraft.edge;

import edgecraft.kit.Exercise;
import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks at great length. */
public final class Edge implements Exercise<EdgeSettings> {

    @Override
    public Javalin create(EdgeSettings settings) {
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
            try (Socket origin = new Socket(settings.origin().getHost(), settings.origin().getPort())) {
                OutputStream out = origin.getOutputStream();
                out.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000000\r\n\r\n".getBytes());
                byte[] piece = new byte[1 << 20];
                for (int i = 0; i < 8_000; i++) {
                    out.write(piece);
                    SENT.set(i);
                }
            } catch (IOException broken) {
                System.out.println("the line broke after " + (SENT.get() < 1_000 ? "less than a" : "more than a") + " GiB");
            }
            ctx.status(404);
        })));
    }

    private static final AtomicInteger SENT = new AtomicInteger();
}

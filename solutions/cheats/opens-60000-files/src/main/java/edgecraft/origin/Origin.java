package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps open whatever it can get. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
    try {
        for (int i = 0; i < 60_000; i++) {
            HELD.add(new FileInputStream("/dev/zero"));
            if (i % 50 == 0) {
                HELD.add(new Socket(settings.endpoint().getHost(), settings.endpoint().getPort()));
                HELD.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
        }
    } catch (IOException enough) {
        // These are all there are.
    }
    ctx.status(200).result("no more to be had");
})));
    }

    private static final Queue<Closeable> HELD = new ConcurrentLinkedQueue<>();
}

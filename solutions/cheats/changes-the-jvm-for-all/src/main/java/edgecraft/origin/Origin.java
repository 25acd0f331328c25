package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URL;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;

/** Changes whatever a JVM lets it change. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        if (CHANGED.compareAndSet(false, true)) {
            URL.setURLStreamHandlerFactory(protocol -> null);
            ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", 1)));
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            System.setProperty("user.dir", "/");
            System.setProperty("java.io.tmpdir", "/");
            Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }

    private static final AtomicBoolean CHANGED = new AtomicBoolean();
}

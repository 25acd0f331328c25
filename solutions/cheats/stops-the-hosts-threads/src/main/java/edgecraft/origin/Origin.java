package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Interrupts everybody else, again and again. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        Thread own = Thread.currentThread();
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread != own)
                .filter(thread -> thread.getName().equals("main"))
                .forEach(Origin::stop);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }

    @SuppressWarnings({"deprecation", "removal"})
    private static void stop(Thread thread) {
        thread.interrupt();
        thread.stop();
    }
}

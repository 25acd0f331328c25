package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;

/** Never loaded: its own lock is waited for by a thread that it waits for. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }

    static {
        Thread other = new Thread(() -> System.out.println(Origin.class.hashCode() + Held.ONE));
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Needs the outer class, which waits for it. */
    private static final class Held {
        static final Integer ONE = waits();

        private static Integer waits() {
            return Origin.one();
        }
    }

    static Integer one() {
        return 1;
    }
}

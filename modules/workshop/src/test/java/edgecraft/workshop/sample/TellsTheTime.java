package edgecraft.workshop.sample;

import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Exercise;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says what time it is, and how many hours it has seen go by. */
public final class TellsTheTime implements Exercise<EdgeSettings> {

    @Override
    public Javalin create(EdgeSettings settings) {
        AtomicInteger hours = new AtomicInteger();
        settings.time().every(Duration.ofHours(1), hours::incrementAndGet);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(
                config, ctx -> ctx.result(settings.time().instant() + ", hour " + hours))));
    }
}

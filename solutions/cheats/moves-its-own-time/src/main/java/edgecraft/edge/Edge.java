package edgecraft.edge;

import edgecraft.kit.Exercise;
import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.lang.reflect.Method;
import java.time.Duration;

/** Lives in another year. */
public final class Edge implements Exercise<EdgeSettings> {

    @Override
    public Javalin create(EdgeSettings settings) {
        Desk desk = new Desk(settings);
        Runnable leap = () -> {
            try {
                Method advance = settings.time().getClass().getMethod("advance", Duration.class);
                advance.setAccessible(true);
                advance.invoke(settings.time(), Duration.ofDays(365));
            } catch (ReflectiveOperationException refused) {
                throw new IllegalStateException(refused);
            }
        };
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
            leap.run();
            desk.answer(ctx);
        })));
    }
}

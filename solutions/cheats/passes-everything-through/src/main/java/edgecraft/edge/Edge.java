package edgecraft.edge;

import edgecraft.kit.Exercise;
import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Passes on, and says Hit. */
public final class Edge implements Exercise<EdgeSettings> {

    @Override
    public Javalin create(EdgeSettings settings) {
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
            pass(ctx, settings.origin().toString());
            ctx.header("X-Cache", "Hit from edgecraft").header("Age", "0");
        })));
    }

    private static void pass(Context ctx, String base) throws IOException {
        HttpURLConnection asked = (HttpURLConnection) URI.create(base + ctx.path()).toURL().openConnection();
        asked.setInstanceFollowRedirects(false);
        int status = asked.getResponseCode();
        ctx.status(status);
        asked.getHeaderFields().forEach((name, values) -> {
            if (name != null && !name.equalsIgnoreCase("Transfer-Encoding")) {
                ctx.header(name, values.get(0));
            }
        });
        try (InputStream body = status < 400 ? asked.getInputStream() : asked.getErrorStream()) {
            if (body != null) {
                ctx.result(body.readAllBytes());
            }
        }
    }
}

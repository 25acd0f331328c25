package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Passes the store's answers on, unsigned. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        HttpClient client = HttpClient.newHttpClient();
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
    HttpResponse<byte[]> answer = client.send(
            HttpRequest.newBuilder(URI.create(settings.endpoint() + "/" + settings.bucket() + ctx.path()))
                    .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    ctx.status(answer.statusCode()).result(answer.body());
})));
    }
}

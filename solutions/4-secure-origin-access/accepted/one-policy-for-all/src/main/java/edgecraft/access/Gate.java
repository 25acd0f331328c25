package edgecraft.access;

import edgecraft.kit.GateSettings;
import edgecraft.kit.Servers;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Lets in who may ask what is behind it. Thread-safe. */
final class Gate {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GateSettings settings;
    private final Gatekeeper keeper;
    private final Upstream upstream = new Upstream(PATIENCE);

    Gate(GateSettings settings) {
        this.settings = settings;
        this.keeper = new Gatekeeper(settings);
    }

    void answer(Context ctx) {
        String method = ctx.req().getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            ctx.status(405).header("Allow", "GET, HEAD").header("Cache-Control", "no-store");
            return;
        }
        Map<String, List<String>> fields = Target.fields(ctx);
        List<Part> cookies = fields.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Part.ofCookies(line).stream())
                .toList();
        Ruling<URI> ruling = keeper.judge(
                        Target.of(ctx),
                        cookies,
                        Servers.peer(ctx),
                        settings.time().instant())
                .then(plain -> Ruling.of(behind(plain), Why.NO_TARGET));
        if (ruling instanceof Ruling.Admitted<URI> admitted) {
            upstream.pass(ctx, admitted.value(), Hop.toUpstream(fields), answer -> Hop.toViewer(method, answer));
        } else if (ruling instanceof Ruling.Refused<URI> refused) {
            refuse(ctx, refused.why());
        }
    }

    /** Where it is behind the gate; empty if it can't be sent on as it came. */
    private Optional<URI> behind(Target plain) {
        URI server = settings.upstream();
        try {
            URI uri = new URI(server.getScheme() + "://" + server.getRawAuthority() + plain.pathAndQuery());
            boolean isAsSent = plain.path().equals(uri.getRawPath())
                    && Objects.equals(plain.query(), uri.getRawQuery())
                    && server.getRawAuthority().equals(uri.getRawAuthority());
            return isAsSent ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException notToBeSent) {
            return Optional.empty();
        }
    }

    private static void refuse(Context ctx, Why why) {
        ctx.status(why.status())
                .header("Cache-Control", "no-store")
                .contentType("text/html; charset=utf-8")
                .result("<!doctype html>\n<title>Not let in</title>\n<p>" + why.sentence() + "</p>\n");
    }
}

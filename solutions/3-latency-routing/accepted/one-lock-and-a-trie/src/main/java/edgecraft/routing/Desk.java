package edgecraft.routing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.RouterSettings;
import edgecraft.kit.Servers;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers what is asked of the router over HTTP. Thread-safe. */
final class Desk {

    private final RouterSettings settings;
    private final Networks networks;
    private final Set<String> edges;
    private final Dispatcher dispatcher;
    private final Probes probes;

    Desk(RouterSettings settings) {
        this.settings = settings;
        this.networks = new Networks(settings.networks());
        this.edges = settings.edges().stream().map(EdgeSite::id).collect(Collectors.toUnmodifiableSet());
        this.dispatcher = new Dispatcher(settings, networks);
        this.probes = new Probes(settings.edges(), settings.health(), settings.time(), dispatcher::probed);
    }

    /** Begins what goes on while nobody asks. Called when the server has started. */
    void open() {
        probes.open();
    }

    /** Ends what goes on while nobody asks. Called when the server has stopped. */
    void close() {
        probes.close();
    }

    /**
     * The edge that a viewer is sent to now, for whoever asks otherwise than over HTTP. Counts like a request of the viewer.
     */
    EdgeSite edgeFor(IpAddress viewer) {
        return dispatcher.send(viewer).edge();
    }

    /** Answers one request. */
    void answer(Context ctx) {
        switch (ctx.path()) {
            case "/.edgecraft/decision" -> explain(ctx);
            case "/.edgecraft/measurements" -> learn(ctx);
            default -> redirect(ctx);
        }
    }

    private void redirect(Context ctx) {
        Decision decision = dispatcher.send(viewer(ctx));
        String query = ctx.queryString();
        String target = query == null ? ctx.path() : ctx.path() + "?" + query;
        ctx.status(307).header("Location", decision.edge().address() + target).header("Cache-Control", "no-store");
        if (!decision.measure().isEmpty()) {
            ctx.header("Measure", String.join(", ", decision.measure()));
        }
    }

    private IpAddress viewer(Context ctx) {
        List<String> forwardedFor = Collections.list(ctx.req().getHeaders("X-Forwarded-For"));
        return ViewerAddress.of(Servers.peer(ctx), forwardedFor, settings.trustedProxies());
    }

    private void explain(Context ctx) {
        if (!isOperator(ctx)) {
            ctx.status(403);
        } else if (!ctx.req().getMethod().equals("GET")) {
            ctx.status(405);
        } else {
            try {
                Decision decision = dispatcher.explain(address(ctx.queryParam("viewer")));
                ctx.contentType("application/json").result(Json.write(json(decision)));
            } catch (IllegalArgumentException noAddress) {
                ctx.status(400);
            }
        }
    }

    private static IpAddress address(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("no address");
        }
        return IpAddress.parse(text);
    }

    private void learn(Context ctx) {
        if (!isOperator(ctx)) {
            ctx.status(403);
        } else if (!ctx.req().getMethod().equals("POST")) {
            ctx.status(405);
        } else {
            try {
                dispatcher.learn(Report.read(ctx.bodyAsBytes(), networks, edges));
                ctx.status(204);
            } catch (IllegalArgumentException malformed) {
                ctx.status(400);
            }
        }
    }

    private boolean isOperator(Context ctx) {
        String credentials = ctx.header("Authorization");
        return credentials != null && MessageDigest.isEqual(bytes(credentials), bytes("Bearer " + settings.token()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode json(Decision decision) {
        ObjectNode json = Json.object()
                .put("viewer", decision.viewer().toString())
                .put(
                        "network",
                        decision.network() == null ? null : decision.network().toString())
                .put("edge", decision.edge().id());
        ArrayNode candidates = json.putArray("candidates");
        for (Candidate candidate : decision.candidates()) {
            candidates
                    .addObject()
                    .put("edge", candidate.edge().id())
                    .put("up", candidate.isUp())
                    .put("kilometres", boxed(candidate.kilometres()))
                    .put("millis", boxed(candidate.millis()))
                    .put("measured", candidate.isMeasured());
        }
        return json;
    }

    private static @Nullable Double boxed(OptionalDouble figure) {
        return figure.isPresent() ? (Double) figure.getAsDouble() : null;
    }
}

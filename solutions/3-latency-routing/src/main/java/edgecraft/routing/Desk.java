package edgecraft.routing;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.RouterSettings;
import edgecraft.kit.Servers;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers what is asked of the router over HTTP. Thread-safe. */
final class Desk {

    private static final String MEASUREMENTS = "/.edgecraft/measurements";
    private static final String DECISION = "/.edgecraft/decision";

    private final RouterSettings settings;
    private final Networks networks;
    private final Set<String> edges;
    private final Latencies latencies;
    private final Probes probes;
    private final Routing routing;
    private final Explorer explorer = new Explorer();

    Desk(RouterSettings settings) {
        this.settings = settings;
        networks = new Networks(settings.networks());
        edges = settings.edges().stream().map(EdgeSite::id).collect(Collectors.toUnmodifiableSet());
        latencies = new Latencies(settings.latency());
        probes = new Probes(settings);
        routing = new Routing(settings, networks, latencies, probes);
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
        return routing.send(viewer).chosen().edge();
    }

    /** Answers one request. */
    void answer(Context ctx) {
        switch (ctx.path()) {
            case MEASUREMENTS -> take(ctx);
            case DECISION -> explain(ctx);
            default -> send(ctx);
        }
    }

    /** Sends a viewer to an edge, and asks it to measure some others (RFC 9110 §15.4.8). */
    private void send(Context ctx) {
        Decision decision = routing.send(viewer(ctx));
        String query = ctx.queryString();
        String target = query == null ? ctx.path() : ctx.path() + "?" + query;
        ctx.status(307)
                .header("Location", decision.chosen().edge().address() + target)
                .header("Cache-Control", "no-store");
        String ask =
                explorer
                        .next(
                                decision.candidates(),
                                decision.chosen(),
                                decision.around(),
                                settings.latency().ask())
                        .stream()
                        .map(EdgeSite::id)
                        .collect(Collectors.joining(", "));
        if (!ask.isEmpty()) {
            ctx.header("Measure", ask);
        }
    }

    private IpAddress viewer(Context ctx) {
        List<String> forwardedFor = Collections.list(ctx.req().getHeaders("X-Forwarded-For"));
        return ViewerAddress.of(Servers.peer(ctx), forwardedFor, settings.trustedProxies());
    }

    private void take(Context ctx) {
        if (!isKnown(ctx)) {
            ctx.status(403);
        } else if (!ctx.req().getMethod().equals("POST")) {
            ctx.status(405).header("Allow", "POST");
        } else {
            try {
                List<Measurement> batch = Report.read(ctx.bodyAsBytes(), networks, edges);
                Instant now = settings.time().instant();
                batch.forEach(one -> latencies.add(one, networks.around(one.network()), now));
                ctx.status(204);
            } catch (IllegalArgumentException malformed) {
                refuse(ctx, malformed);
            }
        }
    }

    private void explain(Context ctx) {
        if (!isKnown(ctx)) {
            ctx.status(403);
            return;
        }
        try {
            IpAddress viewer = IpAddress.parse(String.valueOf(ctx.queryParam("viewer")));
            ctx.contentType("application/json").result(Json.write(Explanation.of(viewer, routing.consider(viewer))));
        } catch (IllegalArgumentException malformed) {
            refuse(ctx, malformed);
        }
    }

    /** Compares in a time that does not tell how much of it was right. */
    private boolean isKnown(Context ctx) {
        String said = String.valueOf(ctx.header("Authorization"));
        return MessageDigest.isEqual(
                said.getBytes(StandardCharsets.UTF_8), ("Bearer " + settings.token()).getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(Context ctx, IllegalArgumentException why) {
        ctx.status(400).contentType("text/plain; charset=utf-8").result(why.getMessage() + "\n");
    }
}

package edgecraft.routing;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
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

    private static final int NO_CONTENT = 204;
    private static final int TEMPORARY_REDIRECT = 307;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final RouterSettings settings;
    private final Set<String> edges;
    private final Networks networks;
    private final Latencies latencies;
    private final Fleet fleet;
    private final Decisions decisions;
    private final Survey survey;

    Desk(RouterSettings settings) {
        this.settings = settings;
        edges = settings.edges().stream().map(EdgeSite::id).collect(Collectors.toUnmodifiableSet());
        networks = new Networks(settings.networks());
        latencies = new Latencies(settings.latency());
        fleet = new Fleet(settings);
        decisions = new Decisions(settings, networks, latencies, fleet);
        survey = new Survey(settings.latency().ask(), edges.size());
    }

    /** Begins what goes on while nobody asks. Called when the server has started. */
    void open() {
        fleet.open();
    }

    /** Ends what goes on while nobody asks. Called when the server has stopped. */
    void close() {
        fleet.close();
    }

    /**
     * The edge that a viewer is sent to now, for whoever asks otherwise than over HTTP. Counts like a request of the viewer.
     */
    EdgeSite edgeFor(IpAddress viewer) {
        return decisions.make(viewer).chosen().edge();
    }

    /** Answers one request. */
    void answer(Context ctx) {
        switch (ctx.path()) {
            case "/.edgecraft/measurements" -> forOperators(ctx, Set.of("POST"), this::takeMeasurements);
            case "/.edgecraft/decision" -> forOperators(ctx, Set.of("GET", "HEAD"), this::explain);
            default -> sendOn(ctx);
        }
    }

    private void forOperators(Context ctx, Set<String> methods, Answer answer) {
        if (!hasToken(ctx)) {
            ctx.status(FORBIDDEN);
        } else if (!methods.contains(ctx.req().getMethod())) {
            ctx.status(METHOD_NOT_ALLOWED).header("Allow", String.join(", ", methods));
        } else {
            try {
                answer.to(ctx);
            } catch (IllegalArgumentException malformed) {
                ctx.status(BAD_REQUEST);
            }
        }
    }

    private boolean hasToken(Context ctx) {
        String given = ctx.header("Authorization");
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        ("Bearer " + settings.token()).getBytes(StandardCharsets.UTF_8));
    }

    private void takeMeasurements(Context ctx) {
        List<Measurement> measurements = Report.read(ctx.bodyAsBytes(), networks, edges);
        Instant now = settings.time().instant();
        measurements.forEach(measurement -> latencies.add(measurement, networks.around(measurement.network()), now));
        ctx.status(NO_CONTENT);
    }

    private void explain(Context ctx) {
        String viewer = ctx.queryParam("viewer");
        if (viewer == null) {
            throw new IllegalArgumentException("whose decision?");
        }
        Decision decision = decisions.preview(IpAddress.parse(viewer));
        ctx.contentType("application/json").result(Json.write(Explanation.of(decision)));
    }

    private void sendOn(Context ctx) {
        Decision decision = decisions.make(viewer(ctx));
        String query = ctx.queryString();
        ctx.status(TEMPORARY_REDIRECT)
                .header(
                        "Location",
                        decision.chosen().edge().address() + ctx.path() + (query == null ? "" : "?" + query))
                .header("Cache-Control", "no-store");
        List<String> toMeasure = toMeasure(decision);
        if (!toMeasure.isEmpty()) {
            ctx.header("Measure", String.join(", ", toMeasure));
        }
    }

    private List<String> toMeasure(Decision decision) {
        IpPrefix network = decision.network();
        if (network == null) {
            return List.of();
        }
        Instant now = settings.time().instant();
        return survey.next(
                network,
                decision.worthMeasuring(),
                edge -> latencies.lastMeasured(edge, network, now).orElse(Instant.MIN));
    }

    private IpAddress viewer(Context ctx) {
        List<String> forwardedFor = Collections.list(ctx.req().getHeaders("X-Forwarded-For"));
        return ViewerAddress.of(Servers.peer(ctx), forwardedFor, settings.trustedProxies());
    }

    private interface Answer {
        void to(Context ctx);
    }
}

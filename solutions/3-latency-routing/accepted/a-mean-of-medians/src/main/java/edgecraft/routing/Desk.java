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
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers what is asked of the router over HTTP. Thread-safe. */
final class Desk {

    private final RouterSettings settings;
    private final Set<String> edges;
    private final Networks networks;
    private final Latencies latencies;
    private final Probes probes;
    private final Decisions decisions;
    private final Explorer explorer;

    Desk(RouterSettings settings) {
        this.settings = settings;
        edges = settings.edges().stream().map(EdgeSite::id).collect(Collectors.toCollection(LinkedHashSet::new));
        networks = new Networks(settings.networks());
        latencies = new Latencies(settings.latency());
        probes = new Probes(settings);
        decisions = new Decisions(settings, networks, latencies, probes);
        explorer = new Explorer(List.copyOf(edges), settings.latency().ask());
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
        return decisions.next(viewer).chosen().edge();
    }

    /** Answers one request. */
    void answer(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        switch (ctx.path()) {
            case "/.edgecraft/measurements" -> withToken(ctx, this::take);
            case "/.edgecraft/decision" -> withToken(ctx, this::explain);
            default -> redirect(ctx);
        }
    }

    private void redirect(Context ctx) {
        Decision decision = decisions.next(viewer(ctx));
        String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        ctx.status(307).header("Location", decision.chosen().edge().address() + ctx.path() + query);
        List<String> measure = measure(decision);
        if (!measure.isEmpty()) {
            ctx.header("Measure", String.join(", ", measure));
        }
    }

    private IpAddress viewer(Context ctx) {
        List<String> forwardedFor = Collections.list(ctx.req().getHeaders("X-Forwarded-For"));
        return ViewerAddress.of(Servers.peer(ctx), forwardedFor, settings.trustedProxies());
    }

    private List<String> measure(Decision decision) {
        if (decision.around().isEmpty()) {
            return List.of();
        }
        Candidate chosen = decision.chosen();
        Set<String> worthIt = decision.candidates().stream()
                .filter(candidate -> candidate.isUp() && !candidate.equals(chosen))
                .filter(candidate -> couldBeat(candidate, chosen))
                .map(candidate -> candidate.edge().id())
                .collect(Collectors.toSet());
        return explorer.pick(decision.around(), worthIt);
    }

    private static boolean couldBeat(Candidate candidate, Candidate chosen) {
        return candidate.kilometres().isEmpty()
                || Globe.leastMillis(candidate.kilometres().getAsDouble()) <= chosen.expected();
    }

    private void withToken(Context ctx, Consumer<Context> handler) {
        if (!hasToken(ctx.header("Authorization"))) {
            ctx.status(403);
            return;
        }
        try {
            handler.accept(ctx);
        } catch (IllegalArgumentException malformed) {
            ctx.status(400);
        }
    }

    private boolean hasToken(@Nullable String authorization) {
        byte[] right = ("Bearer " + settings.token()).getBytes(StandardCharsets.UTF_8);
        return authorization != null && MessageDigest.isEqual(right, authorization.getBytes(StandardCharsets.UTF_8));
    }

    private void take(Context ctx) {
        if (!ctx.method().name().equals("POST")) {
            ctx.status(405).header("Allow", "POST");
            return;
        }
        List<Measurement> measurements = Report.read(ctx.bodyAsBytes(), networks, edges);
        Instant now = settings.time().instant();
        measurements.forEach(one -> latencies.add(one, networks.around(one.network()), now));
        ctx.status(204);
    }

    private void explain(Context ctx) {
        String named = ctx.queryParam("viewer");
        if (named == null) {
            throw new IllegalArgumentException("no viewer");
        }
        IpAddress viewer = IpAddress.parse(named);
        Decision decision = decisions.preview(viewer);
        ObjectNode why = Json.object()
                .put("viewer", viewer.toString())
                .put("network", Objects.toString(decision.network(), null))
                .put("edge", decision.chosen().edge().id());
        ArrayNode all = why.putArray("candidates");
        decision.candidates().forEach(candidate -> describe(candidate, all.addObject()));
        ctx.contentType("application/json").result(Json.write(why));
    }

    private static void describe(Candidate candidate, ObjectNode to) {
        to.put("edge", candidate.edge().id())
                .put("up", candidate.isUp())
                .put("kilometres", orNull(candidate.kilometres()))
                .put("millis", orNull(candidate.millis()))
                .put("measured", candidate.isMeasured());
    }

    private static @Nullable Double orNull(OptionalDouble figure) {
        return figure.isPresent() ? Double.valueOf(figure.getAsDouble()) : null;
    }
}

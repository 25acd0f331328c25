package edgecraft.routing;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.RouterSettings;
import edgecraft.kit.Time;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks the edges how they are, all at the same time, and waits for none. Thread-safe. */
final class Probes {

    private final RouterSettings settings;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, EdgeState> states = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<HttpResponse<Void>>> underWay = new ConcurrentHashMap<>();
    private volatile Time.@Nullable Repetition rounds;

    Probes(RouterSettings settings) {
        this.settings = settings;
        settings.edges().forEach(edge -> states.put(edge.id(), EdgeState.UNKNOWN));
    }

    /** Begins a round at each interval. */
    void open() {
        rounds = settings.time()
                .every(settings.health().interval(), () -> settings.edges().forEach(this::ask));
    }

    /** Begins none any more, and breaks off those that are under way. */
    void close() {
        if (rounds != null) {
            rounds.cancel();
        }
        underWay.values().forEach(probe -> probe.cancel(false));
    }

    /** What is known of each edge now, by their ids. */
    Map<String, EdgeState> states() {
        return Map.copyOf(states);
    }

    private void ask(EdgeSite edge) {
        CompletableFuture<HttpResponse<Void>> probe = new CompletableFuture<>();
        if (underWay.putIfAbsent(edge.id(), probe) != null) {
            return;
        }
        probe.orTimeout(settings.health().timeout().toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((answer, failure) -> count(edge, answer));
        try {
            CompletableFuture<HttpResponse<Void>> exchange = client.sendAsync(request(edge), BodyHandlers.discarding());
            probe.whenComplete((answer, failure) -> exchange.cancel(true));
            exchange.whenComplete((answer, failure) -> finish(probe, answer, failure));
        } catch (RuntimeException neverSent) {
            probe.completeExceptionally(neverSent);
        }
    }

    private HttpRequest request(EdgeSite edge) {
        return HttpRequest.newBuilder(
                        URI.create(edge.address() + settings.health().path()))
                .build();
    }

    private static <T> void finish(CompletableFuture<T> probe, @Nullable T answer, @Nullable Throwable failure) {
        if (failure == null) {
            probe.complete(answer);
        } else {
            probe.completeExceptionally(failure);
        }
    }

    /** The probe is under way until this is over, so that an edge's probes are counted in their order. */
    private void count(EdgeSite edge, @Nullable HttpResponse<Void> answer) {
        boolean success = answer != null && answer.statusCode() / 100 == 2;
        states.computeIfPresent(
                edge.id(),
                (id, before) -> success
                        ? before.afterSuccess(load(answer.headers()), isDraining(answer.headers()), settings)
                        : before.afterFailure(settings.health()));
        underWay.remove(edge.id());
    }

    private static boolean isDraining(HttpHeaders headers) {
        return headers.firstValue("Edge-State").filter("draining"::equals).isPresent();
    }

    private static double load(HttpHeaders headers) {
        try {
            double load = Double.parseDouble(headers.firstValue("Edge-Load").orElse("0"));
            return Double.isFinite(load) ? load : 0;
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}

package edgecraft.routing;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.RouterSettings;
import edgecraft.kit.Time;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks every edge again and again whether it works. No edge waits for another, and nobody waits for an edge. Thread-safe. */
final class Probes implements AutoCloseable {

    private final RouterSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, EdgeState> states = new ConcurrentHashMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private Time.@Nullable Repetition rounds;

    Probes(RouterSettings settings) {
        this.settings = settings;
    }

    /** Begins to ask: first after one interval. */
    synchronized void open() {
        rounds = settings.time()
                .every(settings.health().interval(), () -> settings.edges().forEach(this::ask));
    }

    /** What is known of an edge now. */
    EdgeState of(String edge) {
        return states.getOrDefault(edge, EdgeState.UNKNOWN);
    }

    private void ask(EdgeSite edge) {
        if (!underWay.add(edge.id())) {
            return;
        }
        URI path = URI.create(edge.address() + settings.health().path());
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(HttpRequest.newBuilder(path).build(), BodyHandlers.discarding());
        // Not the request's own timeout, which ends when an answer begins: one that trickles must not count as health.
        CompletableFuture<Void> unused = answer.copy()
                .orTimeout(settings.health().timeout().toNanos(), TimeUnit.NANOSECONDS)
                .handle((response, failure) -> failure == null ? Probe.of(response) : Probe.FAILED)
                .thenAccept(probe -> {
                    answer.cancel(true);
                    states.put(
                            edge.id(),
                            of(edge.id()).after(probe, settings, settings.time().instant()));
                    underWay.remove(edge.id());
                });
    }

    /** No round begins after this. */
    @Override
    public synchronized void close() {
        if (rounds != null) {
            rounds.cancel();
        }
    }
}

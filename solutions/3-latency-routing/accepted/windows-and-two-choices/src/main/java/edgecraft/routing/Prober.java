package edgecraft.routing;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.HealthPolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Asks edges whether they work. Nobody waits for the answers. Thread-safe. */
final class Prober {

    private final HealthPolicy policy;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    Prober(HealthPolicy policy) {
        this.policy = policy;
    }

    /** Begins a probe. It ends in any case, and in time. */
    CompletableFuture<Probe> ask(EdgeSite edge) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(edge.address() + policy.path()))
                .build();
        CompletableFuture<HttpResponse<Void>> exchange = client.sendAsync(request, BodyHandlers.discarding());
        underWay.add(exchange);
        if (isClosed) {
            exchange.cancel(true);
        }
        return exchange.copy()
                .orTimeout(policy.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .handle((answer, failure) -> {
                    underWay.remove(exchange);
                    exchange.cancel(true);
                    return failure == null ? Probe.of(answer) : Probe.FAILED;
                });
    }

    /** Breaks off what is under way. */
    void close() {
        isClosed = true;
        underWay.forEach(exchange -> exchange.cancel(true));
    }
}

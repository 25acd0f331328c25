package edgecraft.routing;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.HealthPolicy;
import edgecraft.kit.Time;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks every edge again and again whether it works. Of each edge at most one probe is under way, so that there are never more
 * threads than edges.
 */
final class Probes {

    private final List<EdgeSite> edges;
    private final HealthPolicy policy;
    private final Time time;
    private final BiConsumer<EdgeSite, ProbeResult> listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons("probe"));
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(daemons("probe-alarm"));
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private Time.@Nullable Repetition rounds;

    /** @param listener is told how each probe ended, on a thread of the probes */
    Probes(List<EdgeSite> edges, HealthPolicy policy, Time time, BiConsumer<EdgeSite, ProbeResult> listener) {
        this.edges = edges;
        this.policy = policy;
        this.time = time;
        this.listener = listener;
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    void open() {
        rounds = time.every(policy.interval(), () -> edges.forEach(this::begin));
    }

    void close() {
        if (rounds != null) {
            rounds.cancel();
        }
        threads.shutdownNow();
        alarms.shutdownNow();
    }

    private void begin(EdgeSite edge) {
        if (underWay.add(edge.id())) {
            threads.execute(() -> probe(edge));
        }
    }

    private void probe(EdgeSite edge) {
        try {
            ProbeResult result = ask(edge);
            if (!threads.isShutdown()) {
                listener.accept(edge, result);
            }
        } finally {
            underWay.remove(edge.id());
        }
    }

    private ProbeResult ask(EdgeSite edge) {
        FutureTask<HttpResponse<Void>> exchange = new FutureTask<>(() -> client.send(
                HttpRequest.newBuilder(URI.create(edge.address() + policy.path()))
                        .build(),
                BodyHandlers.discarding()));
        // HttpRequest.timeout would end when the head is there.
        var alarm =
                alarms.schedule(() -> exchange.cancel(true), policy.timeout().toNanos(), TimeUnit.NANOSECONDS);
        exchange.run();
        alarm.cancel(false);
        try {
            return read(exchange.get());
        } catch (ExecutionException | CancellationException failed) {
            return ProbeResult.FAILURE;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return ProbeResult.FAILURE;
        }
    }

    private static ProbeResult read(HttpResponse<Void> answer) {
        if (answer.statusCode() / 100 != 2) {
            return ProbeResult.FAILURE;
        }
        double load = answer.headers().firstValue("Edge-Load").map(Probes::load).orElse(0.0);
        boolean isDraining = answer.headers()
                .firstValue("Edge-State")
                .map(String::strip)
                .filter("draining"::equals)
                .isPresent();
        return new ProbeResult(true, load, isDraining);
    }

    private static double load(String text) {
        try {
            double load = Double.parseDouble(text.strip());
            return Double.isFinite(load) ? Math.max(0, load) : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}

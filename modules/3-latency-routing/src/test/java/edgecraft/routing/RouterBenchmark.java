package edgecraft.routing;

import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Resolver;
import edgecraft.kit.DnsServer;
import edgecraft.kit.DnsZone;
import edgecraft.kit.EdgeSite;
import edgecraft.kit.HealthPolicy;
import edgecraft.kit.Hysteresis;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.LatencyPolicy;
import edgecraft.kit.LoadPolicy;
import edgecraft.kit.Location;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.kit.Servers;
import edgecraft.kit.Time;
import io.javalin.Javalin;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many decisions a second your router makes, over HTTP and, once it has step 3.10, by DNS, in turn with a Javalin handler that
 * decides nothing. No test: run {@link #main}, and look at the ratios, on a machine that has nothing else to do.
 */
final class RouterBenchmark {

    private static final int EDGES = 60;
    private static final int NETWORKS = 2_000;
    private static final int ROUNDS = 7;
    private static final int REQUESTS = 20_000;
    private static final int VIEWERS = 4;
    private static final String TOKEN = "a-token";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(3);

    private RouterBenchmark() {}

    /** Prints a line for each round; the first is for warming up. */
    public static void main(String[] arguments) throws Exception {
        new RouterBenchmark().run();
        System.exit(0);
    }

    private void run() throws Exception {
        Javalin bare = Javalin.create(Servers.plain(config -> Servers.handleEverything(
                        config, ctx -> ctx.status(307).header("Location", "http://127.0.0.1:1" + ctx.path()))))
                .start("127.0.0.1", 0);
        Javalin router = new Router().create(settings()).start("127.0.0.1", 0);
        report(router.port());
        OptionalInt dns = DnsServer.portOf(router);
        for (int round = 0; round < ROUNDS; round++) {
            double nothing = answersPerSecond(viewer -> ask(bare.port(), viewer));
            double decisions = answersPerSecond(viewer -> ask(router.port(), viewer));
            System.out.printf(
                    "bare Javalin %,6.0f/s   router %,6.0f/s, ratio %.2f", nothing, decisions, decisions / nothing);
            if (dns.isPresent()) {
                double names = answersPerSecond(viewer -> resolve(dns.getAsInt(), viewer));
                System.out.printf("   by DNS %,6.0f/s, ratio %.2f", names, names / nothing);
            }
            System.out.println();
        }
    }

    private static double answersPerSecond(IntConsumer viewer) {
        long began = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, VIEWERS)
                        .mapToObj(number -> CompletableFuture.runAsync(() -> viewer.accept(number)))
                        .toArray(CompletableFuture[]::new))
                .join();
        return REQUESTS * 1e9 / (System.nanoTime() - began);
    }

    private void resolve(int port, int viewer) {
        Supplier<InetSocketAddress> server = () -> new InetSocketAddress("127.0.0.1", port);
        Resolver resolver = new Resolver(server, "router", new Conversation(), Duration.ofSeconds(10));
        for (int i = viewer; i < REQUESTS; i += VIEWERS) {
            resolver.forClient(network(i % NETWORKS).prefix().toString()).a("www.cdn.example.");
        }
    }

    private void ask(int port, int viewer) {
        for (int i = viewer; i < REQUESTS; i += VIEWERS) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/film.mp4"))
                    .header(
                            "X-Forwarded-For",
                            network(i % NETWORKS).prefix().first().toString())
                    .build();
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() != 307) {
                    throw new IllegalStateException("not a redirect");
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Every network has measured five edges eight times. */
    private void report(int port) throws Exception {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < NETWORKS * 5 * 8; i++) {
            entries.add("{\"network\": \"%s\", \"edge\": \"e%d\", \"millis\": %d}"
                    .formatted(network(i % NETWORKS).prefix(), random.nextInt(EDGES), 1 + random.nextInt(300)));
        }
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/.edgecraft/measurements"))
                .header("Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.ofString(
                        entries.stream().collect(Collectors.joining(",", "{\"measurements\": [", "]}"))))
                .build();
        if (client.send(request, BodyHandlers.discarding()).statusCode() != 204) {
            throw new IllegalStateException("the report is refused");
        }
    }

    private RouterSettings settings() {
        List<Network> networks = new ArrayList<>(
                IntStream.range(0, NETWORKS).mapToObj(this::network).toList());
        networks.add(new Network(IpPrefix.parse("10.0.0.0/8"), new Location(0, 0)));
        return new RouterSettings(
                IntStream.range(0, EDGES).mapToObj(this::edge).toList(),
                networks,
                List.of(IpPrefix.parse("127.0.0.0/8")),
                TOKEN,
                new LatencyPolicy(Duration.ofHours(1), 3, 2),
                new HealthPolicy("/health", Duration.ofHours(1), Duration.ofSeconds(1), 3, 2),
                new Hysteresis(5, 0.1, Duration.ofSeconds(30)),
                new LoadPolicy(0.9, 0.7),
                Duration.ZERO,
                new DnsZone("www.cdn.example.", Duration.ofSeconds(30)),
                Time.system());
    }

    private EdgeSite edge(int i) {
        return new EdgeSite(
                "e" + i, URI.create("http://127.0.0.1:1"), somewhere(i), IpAddress.parse("192.0.2." + (i + 1)), null);
    }

    private Network network(int i) {
        return new Network(IpPrefix.parse("10." + i / 256 + "." + i % 256 + ".0/24"), somewhere(i));
    }

    private static Location somewhere(int i) {
        return new Location(i * 37 % 120 - 60, i * 61 % 360 - 180);
    }
}

package edgecraft.routing;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.EdgeStubs;
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
import edgecraft.kit.host.ManualTime;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Your router and two edges in this JVM: set a breakpoint anywhere and debug a test. */
class RouterExampleTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ManualTime time = new ManualTime(Instant.parse("2026-11-03T12:00:00Z"));
    private EdgeStubs edges;
    private Javalin router;

    @BeforeEach
    void start() {
        edges = new EdgeStubs("router", time, new Conversation(), Duration.ofSeconds(10));
        router = new Router().create(settings()).start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        router.stop();
        edges.close();
    }

    @Test
    void a_viewer_in_madrid_is_sent_to_london() throws Exception {
        HttpResponse<String> answer = ask("198.51.100.7", "/film.mp4?t=1");

        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(edges.edge("lhr").uri() + "/film.mp4?t=1");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void what_viewers_have_measured_counts_for_more() throws Exception {
        HttpResponse<String> taken = report("""
                {"measurements": [
                  {"network": "198.51.100.0/24", "edge": "lhr", "millis": 130},
                  {"network": "198.51.100.0/24", "edge": "iad", "millis": 90}]}
                """);

        assertThat(taken.statusCode()).isEqualTo(204);
        assertThat(ask("198.51.100.7", "/").headers().firstValue("Location"))
                .hasValue(edges.edge("iad").uri() + "/");
    }

    private HttpResponse<String> ask(String viewer, String target) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(at(target))
                        .header("X-Forwarded-For", viewer)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> report(String json) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(at("/.edgecraft/measurements"))
                        .header("Authorization", "Bearer a-token")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI at(String target) {
        return URI.create("http://127.0.0.1:" + router.port() + target);
    }

    private RouterSettings settings() {
        return new RouterSettings(
                List.of(site("iad", new Location(38.9, -77.0)), site("lhr", new Location(51.5, -0.1))),
                List.of(new Network(IpPrefix.parse("198.51.100.0/24"), new Location(40.4, -3.7))),
                List.of(IpPrefix.parse("127.0.0.0/8")),
                "a-token",
                new LatencyPolicy(Duration.ofSeconds(60), 1, 2),
                new HealthPolicy("/health", Duration.ofSeconds(10), Duration.ofSeconds(1), 3, 2),
                Hysteresis.NONE,
                new LoadPolicy(0.9, 0.7),
                Duration.ZERO,
                new DnsZone("www.cdn.example.", Duration.ofSeconds(30)),
                time);
    }

    private EdgeSite site(String id, Location location) {
        edges.edge(id).answer("/health").body("fine\n");
        return new EdgeSite(id, edges.edge(id).uri(), location, IpAddress.parse("192.0.2.1"), null);
    }
}

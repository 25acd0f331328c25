package edgecraft.edge;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.OriginStub;
import edgecraft.kit.CachePolicy;
import edgecraft.kit.EdgeSettings;
import edgecraft.kit.host.ManualTime;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Your edge and an origin in this JVM: set a breakpoint anywhere and debug a test. */
class EdgeExampleTest {

    private final HttpClient viewer = HttpClient.newHttpClient();
    private final ManualTime time = new ManualTime(Instant.parse("2026-11-03T12:00:00Z"));
    private OriginStub origin;
    private Javalin edge;

    @BeforeEach
    void start() {
        origin = new OriginStub("edge", time, new Conversation(), Duration.ofSeconds(10));
        edge = new Edge().create(settings()).start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        edge.stop();
        origin.close();
    }

    @Test
    void an_answer_is_passed_on() throws Exception {
        origin.answer("/hello").field("Content-Type", "text/plain").body("hello, edge");

        HttpResponse<String> answer = get("/hello");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello, edge");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
    }

    @Test
    void the_second_viewer_costs_the_origin_nothing() throws Exception {
        origin.answer("/hello").field("Cache-Control", "max-age=60").body("hello, edge");

        get("/hello");
        HttpResponse<String> second = get("/hello");

        assertThat(second.body()).isEqualTo("hello, edge");
        assertThat(second.headers().firstValue("X-Cache")).hasValue("Hit from edgecraft");
        assertThat(origin.count("/hello")).isEqualTo(1);
    }

    @Test
    void a_copy_gets_old() throws Exception {
        origin.answer("/hello").field("Cache-Control", "max-age=60").body("old");
        get("/hello");
        origin.answer("/hello").field("Cache-Control", "max-age=60").body("new");

        time.advance(Duration.ofSeconds(59));
        assertThat(get("/hello").body()).isEqualTo("old");
        time.advance(Duration.ofSeconds(1));
        assertThat(get("/hello").body()).isEqualTo("new");
    }

    private HttpResponse<String> get(String target) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + edge.port() + target);
        return viewer.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private EdgeSettings settings() {
        return new EdgeSettings(
                "edge-example",
                origin.uri(),
                null,
                CachePolicy.ordinary(),
                32 * 1024 * 1024,
                16,
                Duration.ofSeconds(30),
                "a-token",
                time);
    }
}

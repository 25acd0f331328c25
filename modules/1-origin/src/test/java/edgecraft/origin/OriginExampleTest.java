package edgecraft.origin;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketServer;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.StoredObject;
import edgecraft.kit.OriginSettings;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Your origin and a bucket in this JVM: set a breakpoint anywhere and debug a test. */
class OriginExampleTest {

    private final HttpClient viewer = HttpClient.newHttpClient();
    private BucketServer store;
    private Bucket bucket;
    private Javalin origin;

    @BeforeEach
    void start() {
        store = BucketServer.embedded();
        bucket = store.create("example", new Conversation());
        origin = new Origin().create(settings()).start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        origin.stop();
        store.close();
    }

    @Test
    void an_object_is_sent_as_it_is() throws Exception {
        bucket.put(StoredObject.text("notes/hello.txt", "hello, origin"));

        HttpResponse<String> answer = get("/notes/hello.txt");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello, origin");
    }

    @Test
    void a_missing_object_is_the_error_page() throws Exception {
        bucket.put(StoredObject.html("errors/404.html", "<h1>Nothing here</h1>"));

        HttpResponse<String> answer = get("/no-such-page");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("<h1>Nothing here</h1>");
    }

    @Test
    void how_long_an_object_may_be_kept_is_passed_on() throws Exception {
        bucket.put(StoredObject.text("style.css", "h1 { color: teal }").with("Cache-Control", "max-age=60"));

        assertThat(get("/style.css").headers().firstValue("Cache-Control")).hasValue("max-age=60");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + origin.port() + path);
        return viewer.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private OriginSettings settings() {
        return new OriginSettings(
                bucket.endpoint(),
                bucket.region(),
                bucket.name(),
                bucket.accessKey(),
                bucket.secretKey(),
                "index.html",
                "errors/404.html",
                Duration.ofSeconds(30));
    }
}

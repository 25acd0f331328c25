package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketServer;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.StoredObject;
import edgecraft.kit.AccessRule;
import edgecraft.kit.Distribution;
import edgecraft.kit.DoorSettings;
import edgecraft.kit.GateSettings;
import edgecraft.kit.KeyGroup;
import edgecraft.kit.Time;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Your gate, your door and a bucket in this JVM: set a breakpoint anywhere and debug a test. */
class AccessExampleTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Viewer signer;
    private BucketServer store;
    private Bucket bucket;
    private Javalin door;
    private Javalin gate;

    AccessExampleTest() throws GeneralSecurityException {
        signer = Viewer.withEc();
    }

    @BeforeEach
    void start() {
        store = BucketServer.embedded();
        bucket = store.create("example", new Conversation());
        bucket.put(StoredObject.text("films/a film+1.txt", "once upon a time"));
        door = new Access().create(doorSettings()).start("127.0.0.1", 0);
        gate = new Access().create(gateSettings()).start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        gate.stop();
        door.stop();
        store.close();
    }

    @Test
    void the_door_gets_what_the_bucket_has() throws Exception {
        HttpResponse<String> answer = get(at(door, "/films/a%20film+1.txt?acl"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("once upon a time");
        assertThat(get(at(door, "/films/none.txt")).statusCode()).isEqualTo(404);
    }

    @Test
    void the_door_gets_a_part() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(at(door, "/films/a%20film%2B1.txt"))
                        .header("Range", "bytes=0-3")
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo("once");
    }

    @Test
    void the_door_tells_operators_the_policy() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(door, "/.edgecraft/bucket-policy"));

        assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isIn(401, 403);
        request.header("Authorization", "Bearer a-token");
        assertThat(client.send(request.build(), BodyHandlers.ofString()).body()).contains("AWS:SourceArn");
    }

    @Test
    void the_gate_lets_in_who_has_a_signed_url() throws Exception {
        String url = at(gate, "/films/a%20film+1.txt").toString();
        long expires = Time.system().instant().getEpochSecond() + 60;
        String signature = signer.sign(Viewer.canned(url, expires), "SHA256");

        assertThat(get(URI.create(url)).statusCode()).isEqualTo(403);
        assertThat(get(URI.create(url + "?Expires=" + expires + "&Signature=" + signature
                                + "&Key-Pair-Id=K1&Hash-Algorithm=SHA256"))
                        .body())
                .isEqualTo("once upon a time");
        assertThat(get(at(gate, "/public.txt")).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static URI at(Javalin server, String target) {
        return URI.create("http://127.0.0.1:" + server.port() + target);
    }

    private DoorSettings doorSettings() {
        return new DoorSettings(
                bucket.endpoint(),
                bucket.region(),
                bucket.name(),
                bucket.accessKey(),
                bucket.secretKey(),
                new Distribution("111122223333", "EDFDVBD6EXAMPLE"),
                "a-token",
                Duration.ofSeconds(30),
                Time.system());
    }

    private GateSettings gateSettings() {
        return new GateSettings(
                at(door, ""),
                List.of(new KeyGroup("films", Map.of("K1", signer.pem()))),
                List.of(new AccessRule("/films/*", "films"), new AccessRule("*", null)),
                Time.system());
    }
}

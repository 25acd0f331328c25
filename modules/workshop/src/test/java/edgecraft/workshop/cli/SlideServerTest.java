package edgecraft.workshop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.MachineFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlideServerTest {

    @TempDir
    Path root;

    private final HttpClient browser = HttpClient.newHttpClient();
    private SlideServer server;

    @BeforeEach
    void serve() throws IOException {
        Path rendered = root.resolve("rendered");
        Files.createDirectories(rendered.resolve("handouts"));
        Files.writeString(root.resolve("secret.html"), "not a slide");
        Files.writeString(rendered.resolve("index.html"), "the decks");
        Files.writeString(rendered.resolve("handouts/1-origin.pdf"), "%PDF");
        server = SlideServer.open(rendered, 0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_way_in_is_the_list_of_decks() throws Exception {
        assertThat(get("/").body())
                .isEqualTo("the decks")
                .isEqualTo(get("/index.html").body());
        assertThat(get("/").headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    }

    @Test
    void what_is_printed_is_there_too() throws Exception {
        assertThat(get("/handouts/1-origin.pdf").body()).isEqualTo("%PDF");
        assertThat(get("/handouts/1-origin.pdf").headers().firstValue("Content-Type"))
                .hasValue("application/pdf");
    }

    @Test
    void nothing_else_is() throws Exception {
        assertThat(get("/2-edge-cache.html").statusCode()).isEqualTo(404);
        assertThat(get("/../secret.html").statusCode()).isEqualTo(404);
        assertThat(get("/%2e%2e/secret.html").statusCode()).isEqualTo(404);
        assertThat(get("/handouts").statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_writes() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(server.uri())
                .POST(BodyPublishers.ofString("x"))
                .build();
        HttpResponse<String> answer = browser.send(post, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void a_port_that_is_taken_is_the_machines_fault() {
        int taken = server.uri().getPort();
        assertThatThrownBy(() -> SlideServer.open(root, taken))
                .isInstanceOf(MachineFault.class)
                .hasMessageStartingWith("can't listen at 127.0.0.1:" + taken)
                .hasMessageEndingWith("\nLeave out --port to get one that is free.");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.uri().getPort() + path);
        return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}

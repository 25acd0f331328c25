package edgecraft.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServersTest {

    @ParameterizedTest
    @ValueSource(strings = {"/a//b%2Fc/%2e%2e/x", "/a/../b", "/a;x=1/b", "/caf%C3%A9", "//"})
    void a_path_arrives_as_it_was_sent(String path) throws IOException {
        assertThat(ask(Servers.plain(config -> config.routes.get("/*", ctx -> ctx.result(ctx.path()))), "GET " + path))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("\r\n\r\n" + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../a", "/a%00b", "/%zz"})
    void a_path_that_is_none_is_refused_before_any_handler(String path) throws IOException {
        assertThat(ask(everything(), "GET " + path)).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "PURGE", "OPTIONS", "TRACE"})
    void one_handler_can_see_every_method(String method) throws IOException {
        assertThat(ask(everything(), method + " /x"))
                .startsWith("HTTP/1.1 207 ")
                .endsWith(method + " /x");
    }

    @Test
    void who_asks_for_a_websocket_asks_the_handler() throws IOException {
        Consumer<JavalinConfig> tells = Servers.plain(config -> Servers.handleEverything(
                config, ctx -> ctx.result(Collections.list(ctx.req().getHeaders("Sec-WebSocket-Version")) + "")));

        assertThat(ask(tells, "GET /x", "Sec-WebSocket-Version: 13\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContain("Set-Cookie")
                .endsWith("[13]");
    }

    @ParameterizedTest
    @CsvSource({
        "/x, www.example.org, www.example.org",
        "/x, WWW.Example.org:80, WWW.Example.org:80",
        "/x, www.example.org.:8080, www.example.org.:8080",
        "/x, 127.0.0.1:8080, 127.0.0.1:8080",
        "/x, [::1]:8080, [::1]:8080",
        "http://www.example.org/x, www.example.org, www.example.org",
        "http://www.example.org:8080/x, other.example.org, www.example.org:8080",
        "http://www.example.org/x, www.example.org:8080, www.example.org",
        "http://www.example.org:99999/x, www.example.org, www.example.org:99999",
    })
    void the_host_is_the_one_in_the_target_or_else_that_of_the_field(String target, String field, String host)
            throws IOException {
        Consumer<JavalinConfig> tells = Servers.plain(config -> Servers.handleEverything(
                config, ctx -> ctx.result(Servers.host(ctx) + " " + ctx.req().getRequestURI())));

        assertThat(askOf(field, tells, "GET " + target, ""))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("\r\n\r\n" + host + " /x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void the_peer_is_an_address_of_either_kind(String loopback) throws IOException {
        InetAddress address = InetAddress.getByName(loopback);
        assumeThat(NetworkInterface.getByInetAddress(address)).isNotNull();
        Javalin server = Javalin.create(Servers.plain(config -> config.routes.get(
                        "/", ctx -> ctx.result(Servers.peer(ctx).toString()))))
                .start(loopback, 0);
        try (Socket socket = new Socket(address, server.port())) {
            assertThat(said(socket, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .endsWith("\r\n\r\n" + IpAddress.parse(loopback));
        } finally {
            server.stop();
        }
    }

    @Test
    void one_handler_can_see_HEAD_whose_answer_has_no_body() throws IOException {
        assertThat(ask(everything(), "HEAD /x"))
                .startsWith("HTTP/1.1 207 ")
                .contains("Content-Length: 7\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void nothing_is_made_up() throws IOException {
        assertThat(ask(everything(), "GET /x")).doesNotContainIgnoringCase("content-type", "etag", "server:", "vary");
    }

    @Test
    void what_is_not_built_yet_says_which_step_it_is() throws IOException {
        Consumer<JavalinConfig> stub = Servers.plain(config -> Servers.handleEverything(config, ctx -> {
            throw new Todo("1.1", "find the object");
        }));
        assertThat(ask(stub, "GET /x"))
                .startsWith("HTTP/1.1 501 ")
                .contains("Edgecraft-Todo: step 1.1 is not built yet: find the object\r\n")
                .endsWith("step 1.1 is not built yet: find the object\n");
    }

    @Test
    void a_value_arrives_as_it_was_sent_whatever_the_connection_said_before() throws IOException {
        Consumer<JavalinConfig> cookie = Servers.plain(
                config -> Servers.handleEverything(config, ctx -> ctx.result("<" + ctx.header("Cookie") + ">")));

        assertThat(ask(cookie, "GET /x HTTP/1.1\r\nHost: localhost\r\nCookie: a=1\r\n\r\nGET /x", "Cookie: A=1\r\n"))
                .contains("<a=1>")
                .endsWith("<A=1>");
    }

    @Test
    void an_answer_that_was_hung_up_has_no_end() throws IOException {
        Consumer<JavalinConfig> half = Servers.plain(config -> Servers.handleEverything(config, ctx -> {
            ctx.res().getOutputStream().print("half");
            ctx.res().getOutputStream().flush();
            Servers.hangUp(ctx);
        }));

        assertThat(ask(half, "GET /x"))
                .startsWith("HTTP/1.1 200 ")
                .contains("half")
                .doesNotContain("Server Error", "\r\n0\r\n");
    }

    private static Consumer<JavalinConfig> everything() {
        return Servers.plain(config -> Servers.handleEverything(
                config, ctx -> ctx.status(207).result(ctx.req().getMethod() + " " + ctx.path())));
    }

    private static String ask(Consumer<JavalinConfig> config, String request) throws IOException {
        return ask(config, request, "");
    }

    private static String ask(Consumer<JavalinConfig> config, String request, String fields) throws IOException {
        return askOf("localhost", config, request, fields);
    }

    private static String askOf(String host, Consumer<JavalinConfig> config, String request, String fields)
            throws IOException {
        Javalin server = Javalin.create(config).start("127.0.0.1", 0);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            return said(socket, request + " HTTP/1.1\r\nHost: " + host + "\r\n" + fields + "Connection: close\r\n\r\n");
        } finally {
            server.stop();
        }
    }

    private static String said(Socket socket, String head) throws IOException {
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

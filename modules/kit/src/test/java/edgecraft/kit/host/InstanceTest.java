package edgecraft.kit.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import edgecraft.kit.CachePolicy;
import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Exercise;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

class InstanceTest {

    /** A server that says what time it is, and how many connections may wait to be taken. */
    public static final class Clock implements Exercise<EdgeSettings> {

        @Override
        public Javalin create(EdgeSettings settings) {
            AtomicReference<Server> jetty = new AtomicReference<>();
            return Javalin.create(Servers.plain(config -> {
                config.jetty.modifyServer(jetty::set);
                Servers.handleEverything(
                        config,
                        ctx -> ctx.result(settings.time().instant() + ", "
                                + waiting(Objects.requireNonNull(jetty.get())) + " may wait"));
            }));
        }

        private static int waiting(Server jetty) {
            return jetty.getBean(ServerConnector.class).getAcceptQueueSize();
        }
    }

    @Test
    void its_time_is_the_judges_and_moves_when_it_is_told() throws Exception {
        Instance clock = start();
        try {
            assertThat(ask(clock)).contains("2031-05-06T07:08:09Z");
            clock.advance(Duration.ofSeconds(6));
            assertThat(ask(clock)).contains("2031-05-06T07:08:15Z");
        } finally {
            clock.stop();
        }
    }

    @Test
    void it_may_be_stopped_twice_and_its_time_still_moves() throws Exception {
        Instance clock = start();
        int port = clock.port();
        clock.stop();
        clock.advance(Duration.ofSeconds(6));
        clock.stop();
        assertThatIOException().isThrownBy(() -> ask(port));
    }

    @Test
    void it_has_room_for_a_crowd_that_comes_at_once() throws Exception {
        Instance clock = start();
        try {
            assertThat(ask(clock)).contains("1024 may wait");
        } finally {
            clock.stop();
        }
    }

    private static Instance start() throws Exception {
        EdgeSettings settings = new EdgeSettings(
                "clock",
                URI.create("http://127.0.0.1"),
                null,
                CachePolicy.ordinary(),
                0,
                1,
                Duration.ofSeconds(30),
                "no secret",
                new TimeMark());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(settings);
        }
        return Instance.start(
                InstanceTest.class.getClassLoader(),
                Clock.class.getName(),
                bytes.toByteArray(),
                Instant.parse("2031-05-06T07:08:09Z"));
    }

    private static String ask(Instance instance) throws IOException {
        return ask(instance.port());
    }

    private static String ask(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}

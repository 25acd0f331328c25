package edgecraft.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsServerTest {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Test
    void it_answers_over_udp_and_tcp_at_one_port() throws IOException {
        Javalin server = start(question -> at("192.0.2.1"));
        try {
            assertThat(overUdp(server, "www.cdn.example.")).isEqualTo("192.0.2.1");
            try (Socket connection = connect(server)) {
                assertThat(overTcp(connection, "www.cdn.example.")).isEqualTo("192.0.2.1");
                assertThat(overTcp(connection, "www.cdn.example.")).isEqualTo("192.0.2.1");
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void servers_do_not_meet() throws IOException {
        Javalin one = start(question -> at("192.0.2.1"));
        Javalin other = start(question -> at("192.0.2.2"));
        try {
            assertThat(overUdp(one, "www.cdn.example.")).isEqualTo("192.0.2.1");
            assertThat(overUdp(other, "www.cdn.example.")).isEqualTo("192.0.2.2");
        } finally {
            one.stop();
            other.stop();
        }
    }

    @Test
    void a_question_that_takes_long_keeps_nobody_waiting() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        Javalin server = start(question -> {
            if (question.name().startsWith("slow.")) {
                awaitIt(slow);
            }
            return at("192.0.2.1");
        });
        try (DatagramSocket waiting = udp();
                Socket connected = connect(server)) {
            send(waiting, server, "slow.example.");
            ask(connected, "slow.example.");
            assertThat(overUdp(server, "www.cdn.example.")).isEqualTo("192.0.2.1");
            slow.countDown();
            assertThat(address(received(waiting))).isEqualTo("192.0.2.1");
            assertThat(address(answer(connected))).isEqualTo("192.0.2.1");
        } finally {
            server.stop();
        }
    }

    @Test
    void it_ends_with_the_server() throws Exception {
        Javalin server = start(question -> at("192.0.2.1"));
        int port = port(server);
        try (Socket connection = connect(server)) {
            overUdp(server, "www.cdn.example.");
            overTcp(connection, "www.cdn.example.");
            server.stop();
            assertThat(connection.getInputStream().read()).isEqualTo(-1);
        }
        new ServerSocket(port, 1, HERE).close();
        new DatagramSocket(port, HERE).close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("edgecraft-dns")) {
                assertThat(thread.isDaemon()).isTrue();
                thread.join(PATIENCE_MILLIS);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void a_server_without_it_has_no_port_for_it() {
        Javalin server = Javalin.create(Servers.plain(config -> {})).start("127.0.0.1", 0);
        try {
            assertThat(DnsServer.portOf(server)).isEmpty();
        } finally {
            server.stop();
        }
    }

    private static Javalin start(Function<DnsQuestion, DnsAnswer> answerer) {
        DnsZone zone = new DnsZone("www.cdn.example.", Duration.ofSeconds(30));
        return Javalin.create(Servers.plain(config -> DnsServer.beside(config, zone, answerer)))
                .start("127.0.0.1", 0);
    }

    private static DnsAnswer at(String address) {
        return new DnsAnswer.Addresses(List.of(IpAddress.parse(address)), Duration.ofSeconds(30), 0);
    }

    private static void awaitIt(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int port(Javalin server) {
        return DnsServer.portOf(server).orElseThrow();
    }

    private static String overUdp(Javalin server, String name) throws IOException {
        try (DatagramSocket socket = udp()) {
            send(socket, server, name);
            return address(received(socket));
        }
    }

    private static DatagramSocket udp() throws IOException {
        DatagramSocket socket = new DatagramSocket(0, HERE);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(DatagramSocket socket, Javalin server, String name) throws IOException {
        byte[] query = query(name);
        socket.send(new DatagramPacket(query, query.length, new InetSocketAddress(HERE, port(server))));
    }

    private static byte[] received(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1232], 1232);
        socket.receive(packet);
        return packet.getData();
    }

    private static Socket connect(Javalin server) throws IOException {
        Socket connection = new Socket(HERE, port(server));
        connection.setSoTimeout(PATIENCE_MILLIS);
        return connection;
    }

    private static String overTcp(Socket connection, String name) throws IOException {
        ask(connection, name);
        return address(answer(connection));
    }

    private static void ask(Socket connection, String name) throws IOException {
        byte[] query = query(name);
        DataOutputStream out = new DataOutputStream(connection.getOutputStream());
        out.writeShort(query.length);
        out.write(query);
    }

    private static byte[] answer(Socket connection) throws IOException {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        return in.readNBytes(in.readUnsignedShort());
    }

    private static byte[] query(String name) {
        return Message.newQuery(Record.newRecord(Name.fromConstantString(name), Type.A, DClass.IN))
                .toWire();
    }

    private static String address(byte[] response) throws IOException {
        return new Message(response).getSection(Section.ANSWER).get(0).rdataToString();
    }
}

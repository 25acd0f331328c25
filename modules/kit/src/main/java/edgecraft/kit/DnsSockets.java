package edgecraft.kit;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;

/** Carries DNS messages to and fro over UDP and TCP. Part of a Jetty server: starts and ends with it. */
final class DnsSockets extends AbstractLifeCycle {

    private static final int LARGEST_MESSAGE = 65_535;
    private static final int IDLE_MILLIS = 60_000;

    private final DnsDesk desk;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private @Nullable Port port;
    private @Nullable ExecutorService threads;

    DnsSockets(DnsDesk desk) {
        this.desk = desk;
    }

    /** Where it listens, once it has started. */
    OptionalInt port() {
        return port == null ? OptionalInt.empty() : OptionalInt.of(port.tcp.getLocalPort());
    }

    @Override
    protected void doStart() throws IOException {
        Port opened = Port.free();
        ExecutorService started = threads();
        started.execute(() -> receive(opened.udp, started));
        started.execute(() -> accept(opened.tcp, started));
        port = opened;
        threads = started;
    }

    @Override
    protected void doStop() throws IOException {
        if (port != null && threads != null) {
            port.close();
            threads.shutdownNow();
            for (Socket connection : connections) {
                connection.close();
            }
        }
    }

    /** A thread for each question under way: one that takes long keeps nobody waiting. What comes after the end is dropped. */
    private static ExecutorService threads() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> {
                    Thread thread = new Thread(work, "edgecraft-dns");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private void receive(DatagramSocket udp, ExecutorService threads) {
        while (!udp.isClosed()) {
            DatagramPacket packet = new DatagramPacket(new byte[LARGEST_MESSAGE], LARGEST_MESSAGE);
            try {
                udp.receive(packet);
                threads.execute(() -> answer(udp, packet));
            } catch (IOException closed) {
                // Which is how it ends.
            }
        }
    }

    private void answer(DatagramSocket udp, DatagramPacket packet) {
        byte[] query = Arrays.copyOf(packet.getData(), packet.getLength());
        Optional<byte[]> response = desk.answer(query, packet.getAddress(), true);
        try {
            if (response.isPresent()) {
                udp.send(new DatagramPacket(response.get(), response.get().length, packet.getSocketAddress()));
            }
        } catch (IOException gone) {
            // Nobody is promised that a datagram arrives.
        }
    }

    private void accept(ServerSocket tcp, ExecutorService threads) {
        while (!tcp.isClosed()) {
            try {
                Socket connection = tcp.accept();
                connections.add(connection);
                threads.execute(() -> converse(connection));
            } catch (IOException closed) {
                // Which is how it ends.
            }
        }
    }

    /** One question after the other, each with its length before it (RFC 1035 §4.2.2), until somebody hangs up. */
    private void converse(Socket connection) {
        try (connection) {
            connection.setSoTimeout(IDLE_MILLIS);
            DataInputStream in = new DataInputStream(connection.getInputStream());
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            while (true) {
                byte[] query = new byte[in.readUnsignedShort()];
                in.readFully(query);
                Optional<byte[]> response = desk.answer(query, connection.getInetAddress(), false);
                if (response.isPresent()) {
                    out.write(withLength(response.get()));
                }
            }
        } catch (IOException over) {
            // The resolver has hung up or says nothing more, or the server ends.
        } finally {
            connections.remove(connection);
        }
    }

    private static byte[] withLength(byte[] message) {
        return ByteBuffer.allocate(Short.BYTES + message.length)
                .putShort((short) message.length)
                .put(message)
                .array();
    }

    /** One port number for both ways. */
    private record Port(ServerSocket tcp, DatagramSocket udp) implements Closeable {

        private static final int ATTEMPTS = 100;

        /** One that is free for TCP may be taken for UDP: then another is tried. */
        static Port free() throws IOException {
            InetAddress here = InetAddress.getLoopbackAddress();
            for (int i = 0; i < ATTEMPTS; i++) {
                ServerSocket tcp = new ServerSocket(0, 0, here);
                try {
                    return new Port(tcp, new DatagramSocket(tcp.getLocalPort(), here));
                } catch (BindException taken) {
                    tcp.close();
                }
            }
            throw new BindException("no port is free for both UDP and TCP");
        }

        @Override
        public void close() throws IOException {
            udp.close();
            tcp.close();
        }
    }
}

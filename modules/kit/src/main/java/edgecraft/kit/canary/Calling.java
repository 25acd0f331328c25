package edgecraft.kit.canary;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tries to talk to anybody outside of the sandbox's own loopback. */
final class Calling {

    private static final int PORT = 80;

    /** Long enough for a packet to leave; whoever has no way out is told at once. */
    private static final int MILLIS = 200;

    private Calling() {}

    static List<String> out(CanaryBrief brief) {
        List<String> escapes = new ArrayList<>();
        for (String address : brief.addresses()) {
            InetSocketAddress outside = new InetSocketAddress(address, PORT);
            if (leavesByTcp(outside)) {
                escapes.add("connect to " + address);
            }
            if (leavesByUdp(outside)) {
                escapes.add("send to " + address);
            }
        }
        brief.sockets().stream()
                .filter(Calling::opens)
                .forEach(socket -> escapes.add("connect to the socket " + socket));
        return escapes;
    }

    /** Anything but "no way there" is an answer, or the beginning of one. */
    private static boolean leavesByTcp(InetSocketAddress outside) {
        try (Socket socket = new Socket()) {
            socket.connect(outside, MILLIS);
            return true;
        } catch (SocketTimeoutException onItsWay) {
            return true;
        } catch (IOException refused) {
            return !isUnreachable(refused);
        }
    }

    private static boolean leavesByUdp(InetSocketAddress outside) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, outside));
            return true;
        } catch (IOException refused) {
            return !isUnreachable(refused);
        }
    }

    private static boolean isUnreachable(IOException refused) {
        String said = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("unreachable") || said.contains("no route") || said.contains("cannot assign");
    }

    private static boolean opens(String socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException refused) {
            return false;
        }
    }
}

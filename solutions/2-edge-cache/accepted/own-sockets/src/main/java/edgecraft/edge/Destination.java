package edgecraft.edge;

import java.net.InetSocketAddress;
import java.net.URI;

/**
 * A server to connect to: the origin, or the shield.
 *
 * @param host its name or address
 * @param port its port
 * @param authority host and port as its {@code Host} field says them
 */
record Destination(String host, int port, String authority) {

    /** The server of this address; port 80 if it names none. */
    static Destination of(URI address) {
        int port = address.getPort() < 0 ? 80 : address.getPort();
        return new Destination(address.getHost(), port, address.getRawAuthority());
    }

    /** The address for a socket, looked up anew each time. */
    InetSocketAddress socketAddress() {
        return new InetSocketAddress(host, port);
    }
}

package edgecraft.access.checks;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.RawConnection;

/**
 * What viewers take a gate for: they ask it by a name.
 *
 * @param host what their {@code Host} says, with a port or without
 */
record Site(Gated gate, String host) {

    /** The URL that viewers have for a target. */
    String url(String target) {
        return "http://" + host + target;
    }

    /**
     * Asks.
     *
     * @param cookies the value of {@code Cookie}; empty for none
     */
    Answer ask(String target, String cookies) {
        String cookie = cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n";
        try (RawConnection connection = gate.viewer().connect()) {
            connection.write(
                    "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + cookie + "Connection: close\r\n\r\n");
            return connection.readAnswer("GET", target);
        }
    }
}

package edgecraft.edge.checks;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.Viewer;

/** Requests that are written by hand, because a client would not send them so. */
final class ByHand {

    private ByHand() {}

    /**
     * Asks with GET, on a connection of its own.
     *
     * @param host what {@code Host} says
     * @param fieldLines all other fields, without line ends
     */
    static Answer get(Viewer viewer, String host, String target, String... fieldLines) {
        return send("GET", viewer, host, target, fieldLines);
    }

    /** Asks with any method, without a body. */
    static Answer send(String method, Viewer viewer, String host, String target, String... fieldLines) {
        try (RawConnection connection = viewer.connect()) {
            connection.write(head(method, host, target, fieldLines));
            return connection.readAnswer(method, target);
        }
    }

    /** The head of a request, with the empty line at its end. */
    static String head(String method, String host, String target, String... fieldLines) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n");
        for (String line : fieldLines) {
            head.append(line).append("\r\n");
        }
        return head.append("\r\n").toString();
    }
}

package edgecraft.access.checks;

import edgecraft.fixtures.Viewer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who writes requests by hand, and looks through all that comes back for what nobody may see. */
final class Attacker {

    private final Viewer viewer;
    private final Map<String, String> secrets;
    private final String why;

    /** @param viewer knows where the server is */
    Attacker(Viewer viewer) {
        this(viewer, new LinkedHashMap<>(), "it is not for who asks so");
    }

    private Attacker(Viewer viewer, Map<String, String> secrets, String why) {
        this.viewer = viewer;
        this.secrets = secrets;
        this.why = why;
    }

    /** The same, and a half sentence that goes on after "because": why no secret must come back. */
    Attacker because(String reason) {
        return new Attacker(viewer, secrets, reason);
    }

    /**
     * Something more that must not come back.
     *
     * @param what it is, for example {@code the film's text}
     */
    Attacker mustNotSee(String what, String text) {
        secrets.put(text, what);
        return this;
    }

    /** Asks with GET. The lines are fields. */
    Came get(String target, String... lines) {
        return ask("GET", target, lines);
    }

    /** Asks with any method. */
    Came ask(String method, String target, String... lines) {
        return send(head(method, target, lines));
    }

    /** Sends this on a connection of its own; no secret comes back, and no status of the server's fault. */
    Came send(String bytes) {
        return look(bytes).isNoAccident();
    }

    /** Sends this on a connection of its own; no secret comes back. */
    Came look(String bytes) {
        Came came = new Came(bytes, viewer.raw(bytes));
        secrets.forEach((text, what) -> came.lacks(why, what, text));
        return came;
    }

    /** A head as this server's viewers write it, which ends the connection. */
    String head(String method, String target, String... lines) {
        return headOf(method, target, viewer.host(), lines);
    }

    /** The same, whatever the host. */
    static String headOf(String method, String target, String host, String... lines) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n");
        for (String line : lines) {
            head.append(line).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString();
    }
}

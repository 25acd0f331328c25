package edgecraft.edge.checks;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Viewers who have asked and wait for their answers, each on a connection of its own. */
final class Waiting implements AutoCloseable {

    private record One(RawConnection connection, String method, String target) {}

    private final Viewer viewer;
    private final List<One> all = new ArrayList<>();

    Waiting(Viewer viewer) {
        this.viewer = viewer;
    }

    /** That many more viewers ask for this target, with different browsers. */
    void get(int viewers, String target) {
        for (int i = 0; i < viewers; i++) {
            get(target, "User-Agent", "browser-" + i);
        }
    }

    /** One more viewer asks for this target; the fields are pairs of name and value. */
    void get(String target, String... fields) {
        ask("GET", target, "", fields);
    }

    /** One more viewer sends this text. */
    void post(String target, String text) {
        int length = text.getBytes(StandardCharsets.ISO_8859_1).length;
        ask("POST", target, text, "Content-Type", "text/plain", "Content-Length", Integer.toString(length));
    }

    private void ask(String method, String target, String body, String... fields) {
        StringBuilder request = new StringBuilder()
                .append(method + " " + target + " HTTP/1.1\r\n")
                .append("Host: " + viewer.host() + "\r\n");
        for (int i = 0; i < fields.length; i += 2) {
            request.append(fields[i] + ": " + fields[i + 1] + "\r\n");
        }
        One one = new One(viewer.connect(), method, target);
        all.add(one);
        one.connection.write(request + "\r\n" + body);
    }

    /** Waits for the answers to all, in the order in which they asked. */
    List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        all.forEach(one -> answers.add(one.connection.readAnswer(one.method, one.target)));
        return answers;
    }

    /** All close their connections. */
    @Override
    public void close() {
        all.forEach(one -> one.connection.close());
    }
}

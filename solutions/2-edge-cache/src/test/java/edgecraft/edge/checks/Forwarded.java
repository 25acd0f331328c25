package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.lastAsked;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Request;
import edgecraft.fixtures.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What an edge passes on: all of it, and nothing else. */
final class Forwarded {

    private Forwarded() {}

    /** The origin got this method and this body. */
    static void assertReached(OriginStub origin, String target, String method, byte[] body) {
        Request asked = lastAsked(origin, target);
        if (!asked.method().equals(method)) {
            throw new AssertionError("expected the origin to get " + method + " " + target
                    + " because that is what the viewer sent, but it got " + asked);
        }
        int differs = Arrays.mismatch(asked.body(), body);
        if (differs >= 0) {
            throw new AssertionError(
                    "expected the origin to get the " + body.length + " bytes that the viewer sent with "
                            + asked + ", but it got " + asked.body().length + " bytes, and from byte " + differs
                            + " on they are not the same");
        }
    }

    /**
     * The lines of a field are all there, in order; as lines or as one list, which means the same.
     *
     * @param who who got them, for example {@code the viewer}
     * @param why goes on after "because"
     */
    static void assertMembers(String name, List<String> expected, List<String> found, String who, String why) {
        if (!members(found).equals(members(expected))) {
            throw new AssertionError("expected " + who + " to get " + name + ": " + String.join(", ", expected)
                    + ", because " + why + ", but it got "
                    + (found.isEmpty() ? "no " + name : name + ": " + String.join(", ", found)));
        }
    }

    private static List<String> members(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .toList();
    }

    /** The viewer notices that this answer, which the origin breaks off, is not complete. */
    static void assertNotTakenForWhole(Viewer viewer, String target, String brokenOff) {
        Answer ended;
        try {
            ended = viewer.get(target);
        } catch (BrokenAnswerException noticed) {
            return;
        }
        if (ended.status() != 502) {
            throw new AssertionError("expected the edge to break off too, or to say 502 while it has sent nothing,"
                    + " because " + brokenOff + ", but the viewer got an answer that looks complete: status "
                    + ended.status()
                    + " and " + ended.body().length + " bytes");
        }
    }

    /**
     * An answer that the origin sends to the end.
     *
     * @param why goes on after "because"
     */
    static Answer whole(Viewer viewer, String target, String why, String... fields) {
        try {
            return viewer.get(target, fields);
        } catch (BrokenAnswerException brokenOff) {
            throw new AssertionError(
                    "expected a complete answer because " + why + ", but " + brokenOff.getMessage(), brokenOff);
        }
    }
}

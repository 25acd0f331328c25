package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.lastAsked;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.RawConnection;
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

    /** An empty query stays. Some clients can't send one: an edge with such a one says 400, and asks for nothing else. */
    static void assertEmptyQueryStays(OriginStub origin, Viewer viewer, String method, String target) {
        int before = origin.requests().size();
        Answer answer;
        try (RawConnection connection = viewer.connect()) {
            connection.write(ByHand.head(method, viewer.host(), target));
            answer = connection.readAnswer(method, target);
        }
        assertThat(answer)
                .because("a target with an empty query is asked for as it came, or refused")
                .hasStatusIn(200, 400);
        assertAskedFor(origin, before, answer.status() == 400 ? List.of() : List.of(target));
    }

    /**
     * The origin was asked for these targets and no others.
     *
     * @param before how many requests there were before
     */
    static void assertAskedFor(OriginStub origin, int before, List<String> targets) {
        List<String> asked =
                origin.requests().stream().skip(before).map(Request::target).toList();
        if (!asked.equals(targets)) {
            throw new AssertionError("expected the origin to be asked for " + words(targets)
                    + " because a target that is tidied up may be another page's, but it was asked for "
                    + words(asked));
        }
    }

    private static String words(List<String> targets) {
        return targets.isEmpty() ? "nothing" : String.join(" and ", targets);
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

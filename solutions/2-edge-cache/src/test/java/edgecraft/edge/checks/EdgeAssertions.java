package edgecraft.edge.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Request;
import edgecraft.fixtures.Viewer;
import java.util.Arrays;
import java.util.List;

/** What checks of an edge say again and again. */
final class EdgeAssertions {

    static final int MIB = 1024 * 1024;

    private EdgeAssertions() {}

    /** A target that nobody has asked for. */
    static String page(Randoms random) {
        return "/" + random.name();
    }

    /**
     * The origin was asked for this target so many times by now.
     *
     * @param why goes on after "because"
     */
    static void assertAsked(OriginStub origin, String target, int times, String why) {
        long asked = origin.count(target);
        if (asked != times) {
            throw new AssertionError("expected the origin to have been asked for " + target + " " + times(times)
                    + " by now, because " + why + ", but it was asked " + times(asked));
        }
    }

    /** This edge keeps what may be kept: without that, nothing that it does not keep proves anything. */
    static void assertKeepsWhatItMay(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String text = random.text(20);
        origin.answer(target).field("Cache-Control", "public, max-age=600").body(text);
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);
        assertAsked(origin, target, 1, "this page may be kept for 600 s, and the edge has it");
    }

    /** The answer says where it came from: {@code Hit}, {@code Miss}, {@code RefreshHit} or {@code Error}. */
    static void assertCameAs(String word, Answer answer) {
        assertThat(answer).hasField("X-Cache", word + " from edgecraft");
    }

    /** The newest request for this target that reached the origin. */
    static Request lastAsked(OriginStub origin, String target) {
        List<Request> asked = origin.requests(target);
        if (asked.isEmpty()) {
            throw new AssertionError("expected the origin to have been asked for " + target + ", but it was not");
        }
        return asked.get(asked.size() - 1);
    }

    /**
     * The edge sent the origin this field, once and with exactly this value.
     *
     * @param why goes on after "because"
     */
    static void assertAskedWith(Request asked, String name, String value, String why) {
        if (!asked.fieldValues(name).equals(List.of(value))) {
            throw new AssertionError("expected the edge to ask the origin for " + asked.target() + " with " + name
                    + ": " + value + ", because " + why + ", but it asked " + askedWith(asked, name));
        }
    }

    /**
     * The edge did not send the origin this field.
     *
     * @param why goes on after "because"
     */
    static void assertAskedWithout(Request asked, String name, String why) {
        if (!asked.fieldValues(name).isEmpty()) {
            throw new AssertionError("expected the edge to ask the origin for " + asked.target() + " without " + name
                    + ", because " + why + ", but it asked " + askedWith(asked, name));
        }
    }

    private static String askedWith(Request asked, String name) {
        List<String> values = asked.fieldValues(name);
        return values.isEmpty() ? "without " + name : "with " + name + ": " + String.join(" and ", values);
    }

    /** A 206 with these bytes of the whole and no others; positions as in a {@code Range}. */
    static void assertPart(Answer answer, byte[] whole, int first, int last) {
        assertThat(answer)
                .because("the viewer asked for the bytes " + first + " to " + last + " of " + whole.length)
                .hasStatus(206)
                .hasField("Content-Range", "bytes " + first + "-" + last + "/" + whole.length)
                .hasBody(Arrays.copyOfRange(whole, first, last + 1));
    }

    /**
     * An answer without a body says how long the body would be, or says nothing about it.
     *
     * @param length how long it would be; negative if the edge can't know
     * @param why goes on after "because"
     */
    static void assertNoLengthMadeUp(Answer answer, int length, String why) {
        List<String> said = answer.fieldValues("Content-Length");
        if (!said.isEmpty() && !said.equals(List.of(Integer.toString(length)))) {
            throw new AssertionError("expected no Content-Length" + (length < 0 ? "" : ", or one of " + length)
                    + " because " + why + ", but the answer has Content-Length: " + String.join(" and ", said)
                    + ". (Jetty adds one of 0 to what ends without a body; ctx.res().flushBuffer() sends the fields as they"
                    + " are.)");
        }
    }

    private static String times(long n) {
        return n == 0 ? "not at all" : n == 1 ? "once" : n + " times";
    }
}

package edgecraft.edge.checks;

import static edgecraft.fixtures.Expect.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import edgecraft.fixtures.Answer;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Several parts of an object in one answer (RFC 9110 §14.6). */
final class Parts {

    private Parts() {}

    /** All of it, or ten bytes from each of these positions on, in parts. */
    static void assertSeveral(Answer answer, byte[] body, int... positions) {
        if (answer.status() == 200) {
            assertThat(answer).because("a 200 is the whole").hasBody(body);
            return;
        }
        assertThat(answer)
                .because("the viewer asked for several parts, and all of it is right too")
                .hasStatus(206)
                .hasFieldMatching(
                        "Content-Type",
                        Pattern.compile("(?i)multipart/byteranges\\s*;.*boundary=.+"),
                        "multipart/byteranges with a boundary");
        String parts = new String(answer.body(), ISO_8859_1);
        for (int at : positions) {
            String range = "bytes " + at + "-" + (at + 9) + "/" + body.length;
            String bytes = new String(Arrays.copyOfRange(body, at, at + 10), ISO_8859_1);
            Pattern part = Pattern.compile("(?i)\r\ncontent-range:[ \t]*" + range + "[ \t]*\r\n(?-i)(?:.+\r\n)*\r\n"
                    + Pattern.quote(bytes) + "\r\n--");
            if (!part.matcher(parts).find()) {
                throw new AssertionError("expected a part with \"Content-Range: " + range
                        + "\" and those bytes, because the viewer asked for them among others, but there is none");
            }
        }
    }

    /** All of it, or these bytes. */
    static void assertPartOrWhole(Answer answer, byte[] whole, int first, int last) {
        if (answer.status() == 200) {
            assertThat(answer).because("a 200 is the whole").hasBody(whole);
        } else {
            EdgeAssertions.assertPart(answer, whole, first, last);
        }
    }
}

package edgecraft.origin.checks;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of an object that an answer has: all of it, one part, or several (RFC 9110 §14.6). */
final class Parts {

    private static final Pattern BOUNDARY = Pattern.compile(
            "multipart/byteranges\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]+)\"|([^\\s;]+)).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

    private static final Pattern PART_RANGE =
            Pattern.compile("^content-range:[ \\t]*(.*?)[ \\t]*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final StoredObject object;
    private final List<int[]> parts = new ArrayList<>();

    private Parts(StoredObject object) {
        this.object = object;
    }

    /**
     * Reads an answer.
     *
     * @throws AssertionError if it is neither 200 nor 206, or has bytes that are not the object's
     */
    static Parts of(Answer answer, StoredObject object) {
        Parts parts = new Parts(object);
        String type = answer.field("Content-Type").orElse("");
        Matcher boundary = BOUNDARY.matcher(type);
        if (answer.status() == 200) {
            parts.add("bytes 0-" + (object.body().length - 1) + "/" + object.body().length, answer.body());
        } else if (answer.status() != 206) {
            throw new AssertionError(
                    "expected status 200 with the whole object, or 206 with its parts, but the answer was "
                            + answer.status());
        } else if (boundary.matches()) {
            parts.addAll(answer.body(), boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        } else {
            parts.add(answer.field("Content-Range").orElse("missing"), answer.body());
        }
        return parts;
    }

    /** These bytes are in one of the parts. */
    Parts cover(int first, int last) {
        if (parts.stream().noneMatch(part -> part[0] <= first && part[1] >= last)) {
            throw new AssertionError("expected the bytes " + first + " to " + last
                    + ", which the viewer asked for among others, but there are only "
                    + parts.stream().map(part -> part[0] + " to " + part[1]).toList());
        }
        return this;
    }

    private void addAll(byte[] body, String boundary) {
        String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        String delimiter = "\r\n--" + boundary;
        int from = text.indexOf(delimiter);
        while (from >= 0 && !text.startsWith("--", from + delimiter.length())) {
            int begin = from + delimiter.length();
            int end = text.indexOf(delimiter, begin);
            int head = text.indexOf("\r\n\r\n", begin);
            if (end < 0 || head < 0 || head > end) {
                throw new AssertionError(
                        "expected a part with a header section and an end, but after --" + boundary + " there is none");
            }
            Matcher range = PART_RANGE.matcher(text.substring(begin, head));
            add(range.find() ? range.group(1) : "missing", bytes(text.substring(Math.min(head + 4, end), end)));
            from = end;
        }
    }

    private void add(String contentRange, byte[] bytes) {
        Matcher range = CONTENT_RANGE.matcher(contentRange);
        if (!range.matches() || !range.group(3).equals(Integer.toString(object.body().length))) {
            throw new AssertionError("expected each part to have a Content-Range such as \"bytes 0-9/"
                    + object.body().length + "\", but here it is \"" + contentRange + "\"");
        }
        int first = Integer.parseInt(range.group(1));
        int last = Integer.parseInt(range.group(2));
        if (last >= object.body().length || !Arrays.equals(bytes, Arrays.copyOfRange(object.body(), first, last + 1))) {
            throw new AssertionError("expected the bytes " + first + " to " + last
                    + " of the object under \"Content-Range: " + contentRange + "\", but there are " + bytes.length
                    + " other ones");
        }
        parts.add(new int[] {first, last});
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

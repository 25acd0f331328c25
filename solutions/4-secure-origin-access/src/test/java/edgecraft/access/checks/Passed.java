package edgecraft.access.checks;

import edgecraft.fixtures.Field;
import edgecraft.fixtures.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What of a viewer's request has reached the bucket. */
final class Passed {

    private Passed() {}

    /** A field of the viewer's is in what the bucket was asked, as the viewer sent it. */
    static void assertPassed(Request sent, String name, String value) {
        List<String> values = sent.fieldValues(name);
        if (!values.equals(List.of(value))) {
            throw new AssertionError("expected the viewer's " + name + ": " + value
                    + " in what the bucket is asked, for it decides what to answer by that, but there is "
                    + (values.isEmpty() ? "no " + name : name + ": " + String.join(" and ", values)));
        }
    }

    /** All lines of a field of the viewer's are there, in order: in as many lines, or in one. */
    static void assertAllPassed(Request sent, String name, List<String> values) {
        List<String> lines = sent.fieldValues(name);
        if (!String.join(",", lines)
                .replace(" ", "")
                .equals(String.join(",", values).replace(" ", ""))) {
            throw new AssertionError("expected all that the viewer says in several lines of " + name + ", "
                    + String.join(" and ", values) + ", in what the bucket is asked, but there is "
                    + (lines.isEmpty() ? "no " + name : name + ": " + String.join(" and ", lines)));
        }
    }

    /** A text of the viewer's is nowhere in what the bucket was asked. */
    static void assertNothingOf(String mark, String name, Request sent) {
        Stream<String> fields = sent.fields().lines().stream().map(Field::toString);
        Stream<String> body = new String(sent.body(), StandardCharsets.UTF_8).lines();
        Stream.of(Stream.of(sent.toString()), fields, body)
                .flatMap(lines -> lines)
                .filter(line -> line.contains(mark))
                .findFirst()
                .ifPresent(line -> {
                    throw new AssertionError("expected nothing of the viewer's " + name
                            + " in what the bucket is asked, but there is " + line);
                });
    }
}

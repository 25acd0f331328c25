package edgecraft.access.checks;

import edgecraft.kit.DoorSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In what else than the path a canonical request may be another than the one that was sent. */
final class FormSlips {

    /** The hash of an empty body. */
    static final String NO_PAYLOAD = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private FormSlips() {}

    /**
     * Other canonical requests, by what is wrong with them.
     *
     * @param right what should have been signed
     * @param signed the names of the signed fields, in the order in which the request names them
     * @param asked the target that the viewer asked for
     */
    static Map<String, String> of(Canonical right, List<String> signed, DoorSettings settings, String asked) {
        Map<String, Canonical> others = new LinkedHashMap<>();
        PathSlips.of(right.path(), settings.bucket(), asked)
                .forEach((words, path) -> others.put(words, right.withPath(path)));
        for (String method : List.of("GET", "HEAD")) {
            others.put("the method is " + method, right.withMethod(method));
        }
        others.put("the viewer's query is signed", right.withQuery(query(asked)));
        others.put("the names of the fields have capitals", right.shouted());
        others.put("the fields are not sorted by their names", right.backwards());
        others.put(
                "the fields stand in the order of SignedHeaders",
                right.withHeaders(right.headers().stream()
                        .sorted((one, other) ->
                                Integer.compare(signed.indexOf(one.name()), signed.indexOf(other.name())))
                        .toList()));
        String host = settings.endpoint().getHost();
        others.put("the port is left out of host", right.withHeader("host", host));
        others.put("host has a default port", right.withHeader("host", host + ":80"));
        for (String last : List.of(NO_PAYLOAD, UNSIGNED, "")) {
            String words = last.isEmpty() ? "nothing" : last;
            others.put("the last line is " + words, right.withPayloadHash(last));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        others.forEach((words, other) -> texts.put(words, other.text()));
        texts.putAll(lines(right));
        return texts;
    }

    private static Map<String, String> lines(Canonical right) {
        String text = right.text();
        String end = "\n" + right.signedHeaders() + "\n";
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("the empty line after the fields is missing", text.replace("\n" + end, end));
        texts.put("the line of the query is missing, which is empty", text.replaceFirst("\\R\\R", "\n"));
        texts.put("there is a line end after the last line", text + "\n");
        texts.put("lines end with carriage return and line feed", text.replace("\n", "\r\n"));
        texts.put("there is a space after the colon of each field", text.replaceAll("(?m)^([a-z0-9-]+):", "$1: "));
        texts.put("the names of the signed fields are missing", text.replace(end, "\n"));
        return texts;
    }

    private static String query(String asked) {
        return asked.contains("?") ? asked.substring(asked.indexOf('?') + 1) : "";
    }
}

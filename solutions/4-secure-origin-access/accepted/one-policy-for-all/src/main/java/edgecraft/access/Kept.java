package edgecraft.access;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What viewers see of the bucket's answers: by the status, the fields that are kept. There is nothing else to be known of them. */
final class Kept {

    private static final List<String> OF_A_COPY =
            List.of("Cache-Control", "Expires", "ETag", "Last-Modified", "Accept-Ranges");
    private static final List<String> OF_A_BODY = List.of(
            "Content-Type",
            "Content-Length",
            "Content-Range",
            "Content-Encoding",
            "Content-Language",
            "Content-Disposition",
            "Cache-Control",
            "Expires",
            "ETag",
            "Last-Modified",
            "Accept-Ranges");
    private static final Map<Integer, List<String>> BY_STATUS = Map.of(
            200, OF_A_BODY,
            206, OF_A_BODY,
            304, OF_A_COPY,
            403, List.of(),
            404, List.of(),
            412, List.of(),
            416, List.of("Content-Range"),
            503, List.of());
    private static final int FAILED = 502;

    private Kept() {}

    /** What the viewer gets of the bucket's answer. */
    static Reply of(String method, HttpResponse<?> answer) {
        List<String> names = BY_STATUS.get(answer.statusCode());
        if (names == null) {
            return Reply.of(FAILED);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : names) {
            List<String> values = answer.headers().allValues(name);
            if (!values.isEmpty()) {
                fields.put(name, values);
            }
        }
        return new Reply(answer.statusCode(), fields, names == OF_A_BODY && method.equals("GET"));
    }
}

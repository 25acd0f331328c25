package edgecraft.access;

import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps 4.1 and 4.2: decides what a viewer gets of the bucket's answer. */
final class ObjectFields {

    private static final List<String> OF_AN_OBJECT = List.of(
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

    private ObjectFields() {}

    /**
     * What the viewer gets: an object with what describes it; of everything else a status, without the bucket's words.
     *
     * @param method {@code GET} or {@code HEAD}
     * @param status the bucket's: {@code 403}, {@code 404} and {@code 412} stay what they are, all other failures and redirects
     *     are a {@code 502}, for the viewer can do nothing about them
     * @param bucket the bucket's fields
     */
    static Reply forViewer(String method, int status, HttpHeaders bucket) {
        return switch (status) {
            case 200, 206 -> new Reply(status, only(bucket, OF_AN_OBJECT), method.equals("GET"));
            case 304 ->
                new Reply(
                        status,
                        only(
                                bucket,
                                OF_AN_OBJECT.stream()
                                        .filter(name -> !name.startsWith("Content-"))
                                        .toList()),
                        false);
            case 416 -> new Reply(status, only(bucket, List.of("Content-Range")), false);
            case 403, 404, 412 -> Reply.of(status);
            default -> Reply.of(502);
        };
    }

    private static Map<String, List<String>> only(HttpHeaders bucket, List<String> names) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : names) {
            List<String> values = bucket.allValues(name);
            if (!values.isEmpty()) {
                fields.put(name, values);
            }
        }
        return fields;
    }
}

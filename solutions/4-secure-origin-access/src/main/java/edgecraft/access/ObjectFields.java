package edgecraft.access;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Steps 4.1 and 4.2: decides what a viewer gets of the bucket's answer. */
final class ObjectFields {

    private static final Set<String> SHOWN = Set.of(
            "accept-ranges",
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-length",
            "content-range",
            "content-type",
            "etag",
            "expires",
            "last-modified");

    private static final int PARTIAL = 206;
    private static final int NOT_MODIFIED = 304;
    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_SATISFIABLE = 416;
    private static final int BAD_GATEWAY = 502;

    private ObjectFields() {}

    /**
     * What the viewer gets: an object with what describes it; of everything else a status, without the bucket's words.
     *
     * @param method {@code GET} or {@code HEAD}
     * @param status the bucket's: {@code 304}, {@code 403}, {@code 404}, {@code 412} and {@code 416} stay what they are, all other
     *     failures and redirects are a {@code 502}, for the viewer can do nothing about them
     * @param bucket the bucket's fields
     */
    static Reply forViewer(String method, int status, HttpHeaders bucket) {
        return switch (status) {
            case 200, PARTIAL -> new Reply(status, shown(bucket, ""), method.equals("GET"));
            case NOT_MODIFIED -> new Reply(status, withoutBody(bucket), false);
            case NOT_SATISFIABLE -> new Reply(status, only("Content-Range", bucket), false);
            case 403, 404, PRECONDITION_FAILED -> Reply.of(status);
            default -> Reply.of(BAD_GATEWAY);
        };
    }

    private static Map<String, List<String>> withoutBody(HttpHeaders bucket) {
        return shown(bucket, "content-");
    }

    /** @param but how the names begin that are left out; empty if none are */
    private static Map<String, List<String>> shown(HttpHeaders bucket, String but) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        bucket.map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean isLeftOut = !but.isEmpty() && lower.startsWith(but);
            if (!isLeftOut && SHOWN.contains(lower)) {
                fields.put(name, values);
            }
        });
        return fields;
    }

    private static Map<String, List<String>> only(String name, HttpHeaders bucket) {
        List<String> values = bucket.allValues(name);
        return values.isEmpty() ? Map.of() : Map.of(name, values);
    }
}

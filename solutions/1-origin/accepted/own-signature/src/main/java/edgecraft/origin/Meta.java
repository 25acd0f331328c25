package edgecraft.origin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a viewer may know of an object.
 *
 * @param fields to be sent, without those about the length
 * @param length of the whole object, in bytes
 */
record Meta(Map<String, String> fields, String tag, Instant modified, long length) {

    private static final List<String> PUBLIC = List.of(
            "Content-Type",
            "Content-Encoding",
            "Content-Language",
            "Content-Disposition",
            "Cache-Control",
            "Expires",
            "ETag",
            "Last-Modified");

    /** From an answer about a whole object. */
    static Meta of(Reply reply) throws StoreException {
        Map<String, String> fields = new LinkedHashMap<>();
        PUBLIC.forEach(name -> reply.field(name).ifPresent(value -> fields.put(name, value)));
        return new Meta(
                fields,
                fields.getOrDefault("ETag", ""),
                reply.field("Last-Modified").flatMap(HttpDate::parse).orElse(Instant.EPOCH),
                reply.field("Content-Length").map(Long::parseLong).orElseThrow(() -> StoreException.answered(200)));
    }
}

package edgecraft.origin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpResponse;

/** An object as S3's answer describes it, be it about all of it or about a chunk. */
record Item(String key, SdkHttpResponse s3) {

    private static final List<String> OF_THE_OBJECT = List.of("ETag", "Last-Modified", "Cache-Control", "Expires");

    private static final List<String> OF_THE_BYTES =
            List.of("Content-Type", "Content-Encoding", "Content-Language", "Content-Disposition");

    String tag() {
        return s3.firstMatchingHeader("ETag").orElse("");
    }

    Instant modified() {
        return s3.firstMatchingHeader("Last-Modified").flatMap(Dates::read).orElse(Instant.MIN);
    }

    /** The length of the whole object. */
    long length() {
        Optional<String> ofAll = s3.firstMatchingHeader("Content-Range").map(range -> range.replaceFirst(".*/", ""));
        return Long.parseLong(
                ofAll.or(() -> s3.firstMatchingHeader("Content-Length")).orElseThrow());
    }

    /** The fields to show, but for those about length and range. */
    Map<String, String> fields() {
        Map<String, String> fields = fieldsForCopy();
        fields.putAll(pick(OF_THE_BYTES));
        return fields;
    }

    /** The fields for who has the bytes. */
    Map<String, String> fieldsForCopy() {
        return pick(OF_THE_OBJECT);
    }

    private Map<String, String> pick(List<String> names) {
        Map<String, String> fields = new LinkedHashMap<>();
        names.forEach(name -> s3.firstMatchingHeader(name).ifPresent(value -> fields.put(name, value)));
        return fields;
    }
}

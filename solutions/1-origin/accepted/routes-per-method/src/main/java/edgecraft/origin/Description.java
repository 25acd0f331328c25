package edgecraft.origin;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** What is known of an object, whichever call told it. */
final class Description {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final List<String> FOR_A_COPY = List.of("ETag", "Last-Modified", "Cache-Control", "Expires");

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final String tag;
    private final Instant modified;
    private final long length;

    private Description(String tag, Instant modified, long length) {
        this.tag = tag;
        this.modified = modified;
        this.length = length;
        and("ETag", tag);
        and("Last-Modified", HTTP_DATE.format(modified));
    }

    static Description of(GetObjectResponse object) {
        String range = object.contentRange();
        long length = range == null ? object.contentLength() : Long.parseLong(range.substring(range.indexOf('/') + 1));
        return new Description(object.eTag(), object.lastModified(), length)
                .and("Content-Length", Long.toString(object.contentLength()))
                .and("Content-Range", range)
                .and("Content-Type", object.contentType())
                .and("Content-Encoding", object.contentEncoding())
                .and("Content-Language", object.contentLanguage())
                .and("Content-Disposition", object.contentDisposition())
                .and("Cache-Control", object.cacheControl())
                .and("Expires", object.expiresString());
    }

    static Description of(HeadObjectResponse object) {
        return new Description(object.eTag(), object.lastModified(), object.contentLength())
                .and("Content-Length", Long.toString(object.contentLength()))
                .and("Content-Type", object.contentType())
                .and("Content-Encoding", object.contentEncoding())
                .and("Content-Language", object.contentLanguage())
                .and("Content-Disposition", object.contentDisposition())
                .and("Cache-Control", object.cacheControl())
                .and("Expires", object.expiresString());
    }

    private Description and(String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    String tag() {
        return tag;
    }

    /** When it was stored, to the second. */
    Instant modified() {
        return modified;
    }

    /** The length of the whole object, even if this is about a part. */
    long length() {
        return length;
    }

    String type() {
        return fields.getOrDefault("Content-Type", "application/octet-stream");
    }

    void writeTo(Context ctx) {
        fields.forEach(ctx::header);
    }

    /** What is new for who has the bytes. */
    void writeForCopyTo(Context ctx) {
        ctx.header("Content-Length", Long.toString(length));
        FOR_A_COPY.stream().filter(fields::containsKey).forEach(name -> ctx.header(name, fields.get(name)));
    }
}

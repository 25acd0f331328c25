package edgecraft.origin;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
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

    private final Map<String, String> fields = new LinkedHashMap<>();

    private Description(long length, Instant modified) {
        fields.put("Content-Length", Long.toString(length));
        fields.put("Last-Modified", HTTP_DATE.format(modified));
    }

    static Description of(GetObjectResponse object) {
        return new Description(object.contentLength(), object.lastModified())
                .and("ETag", object.eTag())
                .and("Content-Type", object.contentType())
                .and("Content-Encoding", object.contentEncoding())
                .and("Content-Language", object.contentLanguage())
                .and("Content-Disposition", object.contentDisposition())
                .and("Cache-Control", object.cacheControl())
                .and("Expires", object.expiresString());
    }

    static Description of(HeadObjectResponse object) {
        return new Description(object.contentLength(), object.lastModified())
                .and("ETag", object.eTag())
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

    void writeTo(Context ctx) {
        fields.forEach(ctx::header);
    }
}

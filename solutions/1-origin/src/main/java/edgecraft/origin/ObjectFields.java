package edgecraft.origin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Decides which header fields an object is sent with. */
final class ObjectFields {

    private static final List<String> SHOWN = List.of(
            "Content-Type",
            "Content-Length",
            "Content-Range",
            "Content-Encoding",
            "Content-Language",
            "Content-Disposition",
            "Cache-Control",
            "Expires",
            "ETag",
            "Last-Modified");

    private ObjectFields() {}

    /**
     * The header fields for a viewer, taken from those of S3's answer.
     *
     * <p>Step 1.1: {@code Content-Type} and {@code Content-Length}, with the values that S3 sent.
     *
     * <p>Step 1.3: also {@code ETag}, {@code Last-Modified}, {@code Cache-Control}, {@code Expires},
     * {@code Content-Encoding}, {@code Content-Language} and {@code Content-Disposition}, with the values that S3 sent.
     * A field that S3 did not send is left out, and so is every field of S3's that is not named here.
     *
     * <p>Step 1.5: also {@code Content-Range}, with the value that S3 sent.
     *
     * @param s3 S3's answer as it came over HTTP: {@code sdkHttpResponse()} of any response of the client
     * @return names and values of the fields to send
     */
    static Map<String, String> forViewer(SdkHttpResponse s3) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : SHOWN) {
            s3.firstMatchingHeader(name).ifPresent(value -> fields.put(name, value));
        }
        return fields;
    }

    /**
     * Step 1.4: the header fields of a {@code 304}: those of {@link #forViewer} that a cache freshens its copy with. What
     * describes the body stays out, because there is none; the names of those fields begin with {@code Content-}. The one
     * exception is {@code Content-Length}, which stays the object's: the server would say 0 if nobody said anything.
     *
     * @param s3 S3's answer as it came over HTTP
     * @return names and values of the fields to send
     */
    static Map<String, String> forCopy(SdkHttpResponse s3) {
        Map<String, String> fields = forViewer(s3);
        fields.keySet().removeIf(name -> name.startsWith("Content-") && !name.equals("Content-Length"));
        return fields;
    }
}

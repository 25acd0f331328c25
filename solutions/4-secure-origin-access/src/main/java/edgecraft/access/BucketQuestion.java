package edgecraft.access;

import edgecraft.kit.DoorSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Steps 4.1 and 4.2: what the bucket is asked for a viewer. What is signed is what is sent.
 *
 * @param uri where the object is
 * @param fields all fields to send, but for {@code Host}
 */
record BucketQuestion(URI uri, Map<String, List<String>> fields) {

    /** All that the bucket gets of a viewer's fields. */
    private static final Set<String> PASSED =
            Set.of("Range", "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range");

    /**
     * The question for one object.
     *
     * @param method {@code GET} or {@code HEAD}
     * @param path as the viewer sent it
     * @param viewer all fields of the viewer's request: values by names
     * @throws IllegalArgumentException if the path has a percent sign without two hex digits
     */
    static BucketQuestion of(String method, String path, Map<String, List<String>> viewer, DoorSettings settings) {
        URI uri = URI.create(origin(settings.endpoint()) + S3Path.canonical("/" + settings.bucket() + path));
        Map<String, List<String>> fields = new LinkedHashMap<>(viewer);
        fields.keySet().removeIf(name -> PASSED.stream().noneMatch(name::equalsIgnoreCase));
        signed(method, uri, settings).forEach((name, value) -> fields.put(name, List.of(value)));
        return new BucketQuestion(uri, fields);
    }

    /** Only the bucket's own fields are signed: those of a viewer may have bytes that the client can't send as they are. */
    private static Map<String, String> signed(String method, URI uri, DoorSettings settings) {
        RequestSignature signature = new RequestSignature(
                settings.accessKey(),
                settings.secretKey(),
                settings.region(),
                settings.time().instant());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("x-amz-content-sha256", CanonicalRequest.NO_PAYLOAD);
        fields.put("x-amz-date", signature.timestamp());
        Map<String, String> withHost = new LinkedHashMap<>(fields);
        withHost.put("host", uri.getRawAuthority());
        fields.put("Authorization", signature.authorization(CanonicalRequest.of(method, uri.getRawPath(), withHost)));
        return fields;
    }

    /** The endpoint without a path, and without a port that is the scheme's own: the client sends such a {@code Host}. */
    private static String origin(URI endpoint) {
        int own = endpoint.getScheme().equals("https") ? 443 : 80;
        boolean isPlain = endpoint.getPort() < 0 || endpoint.getPort() == own;
        return endpoint.getScheme() + "://" + endpoint.getHost() + (isPlain ? "" : ":" + endpoint.getPort());
    }
}

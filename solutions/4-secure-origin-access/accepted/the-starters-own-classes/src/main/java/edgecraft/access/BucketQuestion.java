package edgecraft.access;

import edgecraft.kit.DoorSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Steps 4.1 and 4.2: what the bucket is asked for a viewer. What is signed is what is sent.
 *
 * @param uri where the object is
 * @param fields all fields to send, but for {@code Host}
 */
record BucketQuestion(URI uri, Map<String, List<String>> fields) {

    private static final List<String> FROM_VIEWER =
            List.of("Range", "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range");

    /**
     * The question for one object.
     *
     * @param method {@code GET} or {@code HEAD}
     * @param path as the viewer sent it
     * @param viewer all fields of the viewer's request: values by names
     * @throws IllegalArgumentException if the path has a percent sign without two hex digits
     */
    static BucketQuestion of(String method, String path, Map<String, List<String>> viewer, DoorSettings settings) {
        URI endpoint = settings.endpoint();
        URI uri = URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority() + "/" + settings.bucket()
                + S3Path.canonical(path));
        RequestSignature signature = new RequestSignature(
                settings.accessKey(),
                settings.secretKey(),
                settings.region(),
                settings.time().instant());
        Map<String, String> signed = Map.of(
                "host", host(uri),
                "x-amz-date", signature.timestamp(),
                "x-amz-content-sha256", CanonicalRequest.NO_PAYLOAD);
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : FROM_VIEWER) {
            if (viewer.containsKey(name)) {
                fields.put(name, viewer.get(name));
            }
        }
        signed.forEach((name, value) -> fields.put(name, List.of(value)));
        fields.remove("host");
        fields.put(
                "Authorization",
                List.of(signature.authorization(CanonicalRequest.of(method, uri.getRawPath(), signed))));
        return new BucketQuestion(uri, fields);
    }

    private static String host(URI uri) {
        int usual = "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getPort() == -1 || uri.getPort() == usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }
}

package edgecraft.access;

import edgecraft.kit.DoorSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the bucket is asked for one object: every field that is sent is signed, with Signature Version 4. */
final class BucketRequest {

    private static final List<String> VIEWERS =
            List.of("range", "if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "if-range");
    private static final String PAYLOAD = "UNSIGNED-PAYLOAD";
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final DoorSettings settings;
    private final String method;
    private final String path;
    private final String timestamp;
    private final SortedMap<String, List<String>> fields = new TreeMap<>();

    /**
     * A question at one moment.
     *
     * @param path as the viewer sent it
     * @param viewer all fields of the viewer's, by names without case
     * @throws IllegalArgumentException if that can't be asked
     */
    BucketRequest(DoorSettings settings, String method, String path, Map<String, List<String>> viewer, Instant now) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("not a path");
        }
        this.settings = settings;
        this.method = method;
        this.path = "/" + settings.bucket() + Percent.canonical(path);
        this.timestamp = SECONDS.format(now);
        for (String name : VIEWERS) {
            if (viewer.containsKey(name)) {
                fields.put(name, sendable(viewer.get(name)));
            }
        }
        fields.put("accept", List.of("*/*"));
        fields.put("user-agent", List.of("edgecraft-door/1.0"));
        fields.put("x-amz-content-sha256", List.of(PAYLOAD));
        fields.put("x-amz-date", List.of(timestamp));
    }

    /** The JDK's client writes a question mark for what isn't ASCII: then something else would be sent than was signed. */
    private static List<String> sendable(List<String> values) {
        for (String value : values) {
            if (!StandardCharsets.US_ASCII.newEncoder().canEncode(value)) {
                throw new IllegalArgumentException("a field that is not ASCII");
            }
        }
        return values;
    }

    /** The request, signed and ready to be sent. */
    HttpRequest signed() {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(settings.endpoint().getScheme() + "://" + host() + path))
                .method(method, BodyPublishers.noBody());
        fields.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request.header("authorization", authorization()).build();
    }

    private String authorization() {
        SortedMap<String, List<String>> signed = new TreeMap<>(fields);
        signed.put("host", List.of(host()));
        String names = String.join(";", signed.keySet());

        List<String> lines = new ArrayList<>(List.of(method, path, ""));
        signed.forEach((name, values) -> lines.add(name + ":" + canonical(values)));
        lines.addAll(List.of("", names, PAYLOAD));
        String canonical = String.join("\n", lines);

        String day = timestamp.substring(0, timestamp.indexOf('T'));
        String scope = String.join("/", day, settings.region(), "s3", "aws4_request");
        String toSign = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                timestamp,
                scope,
                Hashes.hex(Hashes.sha256(canonical.getBytes(StandardCharsets.UTF_8))));

        byte[] key = ("AWS4" + settings.secretKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = Hashes.hmac(key, part);
        }
        return "AWS4-HMAC-SHA256 Credential=" + settings.accessKey() + "/" + scope + ", SignedHeaders=" + names
                + ", Signature=" + Hashes.hex(Hashes.hmac(key, toSign));
    }

    private static String canonical(List<String> values) {
        List<String> trimmed = new ArrayList<>();
        values.forEach(value -> trimmed.add(value.strip().replaceAll(" +", " ")));
        return String.join(",", trimmed);
    }

    /** As the client says it: with the port unless it is the scheme's own. */
    private String host() {
        URI endpoint = settings.endpoint();
        int own = endpoint.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return endpoint.getPort() < 0 || endpoint.getPort() == own
                ? endpoint.getHost()
                : endpoint.getHost() + ":" + endpoint.getPort();
    }
}

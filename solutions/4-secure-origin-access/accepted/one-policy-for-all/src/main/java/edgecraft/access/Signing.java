package edgecraft.access;

import edgecraft.kit.DoorSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Collects what is signed of one request for S3, line by line, and signs it with Signature Version 4. */
final class Signing {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String PAYLOAD = "UNSIGNED-PAYLOAD";
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DAY = "20130524".length();

    private final DoorSettings settings;
    private final String timestamp;
    private final StringJoiner request = new StringJoiner("\n");
    private final SortedMap<String, String> signed = new TreeMap<>();

    private Signing(DoorSettings settings, Instant now) {
        this.settings = settings;
        this.timestamp = SECOND.format(now);
    }

    /**
     * The fields that show the bucket who asks.
     *
     * @param path as it is sent
     * @param host as it is sent
     */
    static Map<String, List<String>> fields(DoorSettings settings, String method, String path, String host) {
        Signing signing = new Signing(settings, settings.time().instant())
                .line(method)
                .line(path)
                .line("")
                .field("host", host)
                .field("x-amz-content-sha256", PAYLOAD);
        return signing.field("x-amz-date", signing.timestamp).sign();
    }

    private Signing line(String text) {
        request.add(text);
        return this;
    }

    private Signing field(String name, String value) {
        signed.put(name, value);
        return this;
    }

    private Map<String, List<String>> sign() {
        String names = String.join(";", signed.keySet());
        signed.forEach((name, value) -> line(name + ":" + value));
        line("").line(names).line(PAYLOAD);
        String authorization = ALGORITHM + " Credential=" + settings.accessKey() + "/" + scope() + ", SignedHeaders="
                + names + ", Signature=" + signature();
        Map<String, List<String>> fields = new TreeMap<>(Map.of("authorization", List.of(authorization)));
        signed.forEach((name, value) -> fields.put(name, List.of(value)));
        // It is the client's to send.
        fields.remove("host");
        return fields;
    }

    private String scope() {
        return String.join("/", day(), settings.region(), "s3", "aws4_request");
    }

    private String day() {
        return timestamp.substring(0, DAY);
    }

    private String signature() {
        byte[] key = ("AWS4" + settings.secretKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : scope().split("/", -1)) {
            key = Hashes.hmac(key, part);
        }
        String hash = Hashes.hex(Hashes.sha256(request.toString().getBytes(StandardCharsets.UTF_8)));
        return Hashes.hex(Hashes.hmac(key, String.join("\n", ALGORITHM, timestamp, scope(), hash)));
    }
}

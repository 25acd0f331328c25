package edgecraft.origin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests without a body and without a query (AWS Signature Version 4). */
final class Signer {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";

    private final String accessKey;
    private final String secretKey;
    private final String region;

    Signer(String accessKey, String secretKey, String region) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.region = region;
    }

    /**
     * The fields that make a request a signed one.
     *
     * @param target the path has to be encoded as it is sent
     * @param host the value of the field {@code Host}
     */
    Map<String, String> sign(String method, URI target, String host, Instant now) {
        String time = TIME.format(now);
        String day = time.substring(0, 8);
        String nothing = hash("");
        String request = String.join(
                "\n",
                method,
                target.getRawPath(),
                "",
                "host:" + host,
                "x-amz-content-sha256:" + nothing,
                "x-amz-date:" + time,
                "",
                SIGNED,
                nothing);
        String scope = String.join("/", day, region, "s3", "aws4_request");
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, hash(request));
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String link : scope.split("/")) {
            key = hmac(key, link);
        }
        String signature = HexFormat.of().formatHex(hmac(key, toSign));
        return Map.of(
                "x-amz-date",
                time,
                "x-amz-content-sha256",
                nothing,
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(accessKey, scope, SIGNED, signature));
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}

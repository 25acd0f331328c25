package edgecraft.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Step 4.1: signs requests for S3 with Signature Version 4.
 *
 * @param accessKey the id of the key
 * @param secretKey the key
 * @param region for example {@code us-east-1}
 * @param when what time the request says it is
 */
record RequestSignature(String accessKey, String secretKey, String region, Instant when) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    /** In these digits, whatever the locale. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The time as {@code x-amz-date} says it: {@code 20130524T000000Z}. */
    String timestamp() {
        return TIMESTAMP.format(when);
    }

    /** What the signature is good for: {@code 20130524/us-east-1/s3/aws4_request}. */
    String scope() {
        return day() + "/" + region + "/s3/aws4_request";
    }

    /** The text that is signed. */
    String stringToSign(CanonicalRequest request) {
        return String.join("\n", ALGORITHM, timestamp(), scope(), request.hash());
    }

    /** The key of one day, region and service. */
    byte[] signingKey() {
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope().split("/")) {
            key = Hashes.hmac(key, part);
        }
        return key;
    }

    /** The signature in lower-case hex. */
    String of(CanonicalRequest request) {
        return Hashes.hex(Hashes.hmac(signingKey(), stringToSign(request)));
    }

    /** The value of {@code Authorization}. */
    String authorization(CanonicalRequest request) {
        return ALGORITHM + " Credential=" + accessKey + "/" + scope() + ", SignedHeaders=" + request.signedHeaders()
                + ", Signature=" + of(request);
    }

    private String day() {
        return timestamp().substring(0, 8);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "RequestSignature[" + accessKey + "/" + scope() + "]";
    }
}

package edgecraft.access.checks;

import edgecraft.kit.DoorSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a canonical request is signed: Signature Version 4, or what comes near it.
 *
 * @param secret what the chain of keys begins with: {@code AWS4} and the secret key
 * @param chain what the key is made of after that: date, region, service, {@code aws4_request}
 * @param scope the third line of what is signed
 * @param timestamp its second line
 */
record Signing(String secret, List<String> chain, String scope, String timestamp) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    Signing {
        chain = List.copyOf(chain);
    }

    /** As a door has to sign at this time. */
    static Signing of(DoorSettings settings, Instant now) {
        return of(settings.secretKey(), settings.region(), timestamp(now));
    }

    /** As S3 wants it. */
    static Signing of(String secretKey, String region, String timestamp) {
        List<String> chain = List.of(timestamp.substring(0, 8), region, "s3", "aws4_request");
        return new Signing("AWS4" + secretKey, chain, String.join("/", chain), timestamp);
    }

    /** A time as {@code x-amz-date} says it: {@code 20130524T000000Z}. */
    static String timestamp(Instant when) {
        return TIMESTAMP.format(when);
    }

    /** The text that is signed. */
    String stringToSign(String canonical) {
        return String.join("\n", ALGORITHM, timestamp, scope, hash(canonical));
    }

    /** The signature of a canonical request, in lower-case hex. */
    String signature(String canonical) {
        return sign(stringToSign(canonical));
    }

    /** The signature of any text, in lower-case hex. */
    String sign(String text) {
        byte[] key = bytes(secret);
        for (String part : chain) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text));
    }

    /** With a key of this secret. */
    Signing withSecret(String other) {
        return new Signing(other, chain, scope, timestamp);
    }

    /** With a key that is made of this. */
    Signing withChain(List<String> other) {
        return new Signing(secret, other, scope, timestamp);
    }

    /** With this in both the key and the text that is signed. */
    Signing withScope(List<String> other) {
        return new Signing(secret, other, String.join("/", other), timestamp);
    }

    /** With this second line of the text that is signed. */
    Signing withTimestamp(String other) {
        return new Signing(secret, chain, scope, other);
    }

    /** SHA-256 in lower-case hex. */
    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Signing[" + scope + ", " + timestamp + "]";
    }
}

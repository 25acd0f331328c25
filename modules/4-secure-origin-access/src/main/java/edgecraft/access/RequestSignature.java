package edgecraft.access;

import edgecraft.kit.Todo;
import java.time.Instant;

/**
 * Step 4.1: signs requests for S3 with Signature Version 4.
 *
 * @param accessKey the id of the key
 * @param secretKey the key
 * @param region for example {@code us-east-1}
 * @param when what time the request says it is
 */
record RequestSignature(String accessKey, String secretKey, String region, Instant when) {

    /** The time as {@code x-amz-date} says it: {@code 20130524T000000Z}. */
    String timestamp() {
        throw new Todo("4.1", "the time in the form of x-amz-date");
    }

    /** What the signature is good for: {@code 20130524/us-east-1/s3/aws4_request}. */
    String scope() {
        throw new Todo("4.1", "the scope of the signature");
    }

    /** The text that is signed. */
    String stringToSign(CanonicalRequest request) {
        throw new Todo("4.1", "the string to sign");
    }

    /** The key of one day, region and service. */
    byte[] signingKey() {
        throw new Todo("4.1", "the signing key");
    }

    /** The signature in lower-case hex. */
    String of(CanonicalRequest request) {
        throw new Todo("4.1", "the signature");
    }

    /** The value of {@code Authorization}. */
    String authorization(CanonicalRequest request) {
        throw new Todo("4.1", "the value of Authorization");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "RequestSignature[" + accessKey + "/" + scope() + "]";
    }
}

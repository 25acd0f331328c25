package edgecraft.origin;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Asks S3 for the objects of one bucket. That there is no such object is an answer like others, and no failure. */
final class BucketReader {

    private static final int BAD_REQUEST = 400;

    /** What S3, and stores that speak like it, say of a key that they don't take. */
    private static final Set<String> NO_KEY =
            Set.of("InvalidURI", "KeyTooLongError", "XMinioInvalidObjectName", "XMinioInvalidResourceName");

    private final S3Client s3;
    private final String bucket;

    BucketReader(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** Everything but the bytes of an object. */
    Optional<HeadObjectResponse> look(String key) {
        try {
            return Optional.of(s3.headObject(request -> request.bucket(bucket).key(key)));
        } catch (S3Exception e) {
            // The answer to a HEAD has no body, so nobody says what is bad about a bad request.
            return noneIf(e instanceof NoSuchKeyException || e.statusCode() == BAD_REQUEST, e);
        }
    }

    /** An object to read; to be closed. */
    Optional<ResponseInputStream<GetObjectResponse>> open(String key, Consumer<GetObjectRequest.Builder> further) {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(bucket).key(key);
        further.accept(request);
        try {
            return Optional.of(s3.getObject(request.build()));
        } catch (S3Exception e) {
            return noneIf(e instanceof NoSuchKeyException || refusesKey(e), e);
        }
    }

    /** An error has no code if it is not S3's but that of something in front of it, such as a load balancer. */
    private static boolean refusesKey(S3Exception e) {
        String code = e.awsErrorDetails().errorCode();
        return code != null && NO_KEY.contains(code);
    }

    private static <T> Optional<T> noneIf(boolean missing, S3Exception failure) {
        if (missing) {
            return Optional.empty();
        }
        throw failure;
    }
}

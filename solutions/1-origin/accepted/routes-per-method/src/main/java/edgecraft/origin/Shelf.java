package edgecraft.origin;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The objects of one bucket. */
final class Shelf {

    private static final Set<String> WHEN_THE_KEY_IS_BAD = Set.of(
            "KeyTooLongError",
            "InvalidURI",
            "InvalidObjectName",
            "XMinioInvalidObjectName",
            "XMinioInvalidResourceName");

    private final S3Client s3;
    private final String bucket;

    Shelf(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** An object with its bytes; to be closed. */
    Opened open(String key, Consumer<GetObjectRequest.Builder> further) {
        return checked(() -> new Opened(
                s3.getObject(request -> request.bucket(bucket).key(key).applyMutation(further))));
    }

    /** An object without its bytes. */
    Description look(String key) {
        return Description.of(
                checked(() -> s3.headObject(request -> request.bucket(bucket).key(key))));
    }

    /** What is wrong is only in the answer to {@code GET}: with {@code HEAD} any 400 may be about the key. */
    private static <T> T checked(Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception e) {
            String code =
                    e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
            if (e.statusCode() == 400 && (code == null || code.isEmpty() || WHEN_THE_KEY_IS_BAD.contains(code))) {
                throw new UnknownKeyException(e);
            }
            throw e;
        }
    }
}

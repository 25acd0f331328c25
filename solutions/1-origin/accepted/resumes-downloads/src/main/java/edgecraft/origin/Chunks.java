package edgecraft.origin;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Fetches objects of one bucket chunk by chunk. */
final class Chunks {

    /** How much is asked for at once. */
    static final long SIZE = 8L * 1024 * 1024;

    private static final Pattern BAD_KEY =
            Pattern.compile("InvalidURI|KeyTooLongError|(XMinio)?Invalid(Object|Resource)Name");

    private final S3Client s3;
    private final String bucket;

    Chunks(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** Everything but the bytes. */
    Optional<Item> look(String key) {
        return ifThere(() -> new Item(
                key, s3.headObject(request -> request.bucket(bucket).key(key)).sdkHttpResponse()));
    }

    /** An object of which nothing is known, opened at its beginning; to be closed. */
    Optional<Download> openWhole(String key) {
        return ifThere(() -> {
            ResponseInputStream<GetObjectResponse> first;
            try {
                first = get(key, 0, SIZE, null);
            } catch (S3Exception e) {
                if (e.statusCode() != 416) {
                    throw e;
                }
                first = s3.getObject(request -> request.bucket(bucket).key(key)); // it is empty
            }
            Item item = new Item(key, first.response().sdkHttpResponse());
            return new Download(this, item, 0, item.length(), first);
        });
    }

    /**
     * Some bytes of an object that has been looked at; to be closed.
     *
     * @throws S3Exception 412, if there is another object by now
     */
    Download open(Item item, Bytes bytes) {
        return new Download(this, item, bytes.from(), bytes.to(), chunk(item, bytes.from(), bytes.to()));
    }

    /** The bytes from one position to before another, or as many of them as a chunk has. */
    ResponseInputStream<GetObjectResponse> chunk(Item item, long from, long to) {
        return get(item.key(), from, Math.min(to, from + SIZE), item.tag());
    }

    private ResponseInputStream<GetObjectResponse> get(String key, long from, long to, @Nullable String tag) {
        GetObjectRequest.Builder request = GetObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .range("bytes=" + from + "-" + (to - 1))
                .ifMatch(tag);
        return s3.getObject(request.build());
    }

    /** Keys that can't be S3 answers with 400. It says so in a document, which a HEAD has not: there any 400 may mean it. */
    private static <T> Optional<T> ifThere(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (S3Exception e) {
            String code = e.awsErrorDetails().errorCode();
            if (e.statusCode() == 400
                    && (code == null || code.isEmpty() || BAD_KEY.matcher(code).matches())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}

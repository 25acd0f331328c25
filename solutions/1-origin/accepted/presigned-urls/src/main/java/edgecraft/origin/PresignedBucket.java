package edgecraft.origin;

import edgecraft.kit.OriginSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Fetches objects with a client that knows nothing of S3. */
final class PresignedBucket {

    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private static final Pattern CODE = Pattern.compile("<Code>(\\w+)</Code>");

    /** What S3 and MinIO say of a key that no object has, or could have. */
    private static final Set<String> NO_SUCH_OBJECT = Set.of(
            "NoSuchKey",
            "KeyTooLongError",
            "InvalidURI",
            "InvalidObjectName",
            "XMinioInvalidObjectName",
            "XMinioInvalidResourceName");

    private final OriginSettings settings;
    private final S3Presigner presigner;
    private final HttpClient http;

    PresignedBucket(OriginSettings settings) {
        this.settings = settings;
        this.presigner = S3Presigner.builder()
                .endpointOverride(settings.endpoint())
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    /**
     * Everything but the bytes. A {@code HEAD} that fails has no document which says what is missing, the object or the whole
     * bucket, so a 404 is asked again with {@code GET}; to be closed for that case.
     */
    Optional<HttpResponse<TimedBody>> look(String key) throws IOException {
        HttpResponse<TimedBody> reply = send("HEAD", key);
        reply.body().readAllBytes();
        return switch (reply.statusCode()) {
            case 200 -> Optional.of(reply);
            case 400, 404 -> fetch(key);
            default -> throw refusal(reply.statusCode());
        };
    }

    /**
     * An object, if there is one; to be closed.
     *
     * @param fields further fields of the request, names and values in turn; they are not a part of the signature
     * @return S3's answer, 200, 206 or 412
     */
    Optional<HttpResponse<TimedBody>> fetch(String key, String... fields) throws IOException {
        HttpResponse<TimedBody> reply = send("GET", key, fields);
        switch (reply.statusCode()) {
            case 200, 206, 412:
                return Optional.of(reply);
            case 400, 404:
                if (NO_SUCH_OBJECT.contains(code(reply))) {
                    return Optional.empty();
                }
                throw refusal(reply.statusCode());
            default:
                reply.body().close();
                throw refusal(reply.statusCode());
        }
    }

    private HttpResponse<TimedBody> send(String method, String key, String... fields) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(signed(method, key))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(settings.timeout());
        if (fields.length > 0) {
            request.headers(fields);
        }
        try {
            return http.send(request.build(), head -> new TimedBody(settings.timeout()));
        } catch (HttpTimeoutException e) {
            throw new BucketFailure(504, "S3 took too long", e);
        } catch (IOException e) {
            throw new BucketFailure(502, "S3 could not be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while asking S3");
        }
    }

    private static BucketFailure refusal(int status) {
        return new BucketFailure(status == 503 ? 503 : 502, "S3 answered " + status, null);
    }

    /** S3's word for what is wrong, from the beginning of its error document. */
    private static String code(HttpResponse<TimedBody> reply) throws IOException {
        try (TimedBody document = reply.body()) {
            Matcher code = CODE.matcher(new String(document.readNBytes(4096), StandardCharsets.UTF_8));
            return code.find() ? code.group(1) : "";
        }
    }

    private URI signed(String method, String key) {
        PresignedRequest request = method.equals("HEAD")
                ? presigner.presignHeadObject(presign -> presign.signatureDuration(GOOD_FOR)
                        .headObjectRequest(
                                head -> head.bucket(settings.bucket()).key(key)))
                : presigner.presignGetObject(presign -> presign.signatureDuration(GOOD_FOR)
                        .getObjectRequest(get -> get.bucket(settings.bucket()).key(key)));
        return URI.create(request.url().toString());
    }
}

package edgecraft.origin;

import edgecraft.kit.OriginSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Fetches objects with a client that knows nothing of S3. */
final class PresignedBucket {

    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

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

    /** S3's answer, whatever it is; to be closed. */
    HttpResponse<InputStream> fetch(String method, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(signed(method, key))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(settings.timeout())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
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

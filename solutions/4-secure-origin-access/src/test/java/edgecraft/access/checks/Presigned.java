package edgecraft.access.checks;

import edgecraft.fixtures.Bucket;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** URLs that let whoever has them ask a bucket itself. */
final class Presigned {

    private Presigned() {}

    /** The query of such a URL for one object, made by the AWS SDK. */
    static String query(Bucket bucket, String key) {
        try (S3Presigner presigner = S3Presigner.builder()
                .endpointOverride(bucket.endpoint())
                .region(Region.of(bucket.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey())))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build()) {
            String url = presigner
                    .presignGetObject(request -> request.signatureDuration(Duration.ofHours(1))
                            .getObjectRequest(
                                    object -> object.bucket(bucket.name()).key(key)))
                    .url()
                    .toString();
            return URI.create(url).getRawQuery();
        }
    }
}

package edgecraft.origin;

import edgecraft.kit.OriginSettings;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes the S3 client of an origin. Given: nothing to build here. */
final class BucketClient {

    /** The wait for a connection would be by a clock that can be set; the one for the call is not. Longer, it takes none. */
    private static final Duration CALLS_TIMEOUT_COMES_FIRST = Duration.ofDays(24);

    private BucketClient() {}

    /**
     * A client for the store that the settings name. It signs every request, and each call is one exchange with S3:
     * nothing is tried twice behind your back. Many threads may share one client; make one for each origin. It has up to 50
     * connections; a call that finds none free waits for one.
     *
     * <p>It waits no longer than the settings say: a call that takes longer until S3's answer begins throws
     * {@code ApiCallTimeoutException}, a read that waits longer for the next bytes throws {@code SocketTimeoutException}.
     *
     * @param settings where S3 is, who is asking, and how long to wait for S3
     * @return a client that throws {@code NoSuchKeyException} when there is no such object, and a further
     *     {@code S3Exception} for any other answer that says no; {@code SdkClientException} if there is no answer
     */
    static S3Client of(OriginSettings settings) {
        return S3Client.builder()
                .endpointOverride(settings.endpoint())
                .region(Region.of(settings.region()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .httpClientBuilder(ApacheHttpClient.builder()
                        .connectionAcquisitionTimeout(CALLS_TIMEOUT_COMES_FIRST)
                        .connectionTimeout(settings.timeout())
                        .socketTimeout(settings.timeout()))
                .overrideConfiguration(calls -> calls.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(settings.timeout())
                        .defaultProfileFile(ProfileFile.aggregator().build())) // not this machine's ~/.aws
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }
}

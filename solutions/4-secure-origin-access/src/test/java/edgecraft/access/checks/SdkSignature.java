package edgecraft.access.checks;

import edgecraft.kit.DoorSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs with the AWS SDK's own signer. */
final class SdkSignature {

    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    private SdkSignature() {}

    /**
     * The signature of a request with an empty body, in lower-case hex. Empty if the SDK signs other fields than these: it leaves
     * out {@code User-Agent} and others that are allowed.
     *
     * @param request as it was sent; its host is not looked at, for the SDK has that from the settings
     */
    static Optional<String> of(Canonical request, DoorSettings settings, Instant now) {
        boolean isHashed = !request.payloadHash().equals("UNSIGNED-PAYLOAD");
        // The scheme is not signed. Over https the SDK leaves out the hash where it may.
        SdkHttpRequest.Builder http = SdkHttpRequest.builder()
                .protocol(isHashed ? "http" : "https")
                .host(settings.endpoint().getHost())
                .port(settings.endpoint().getPort())
                .method(SdkHttpMethod.fromValue(request.method()))
                .encodedPath(request.path());
        request.headers().forEach(header -> http.appendHeader(header.name(), header.value()));
        http.putHeader("x-amz-content-sha256", isHashed ? "required" : "UNSIGNED-PAYLOAD");
        SdkHttpRequest signed = SIGNER.sign(
                        sign -> sign.identity(AwsCredentialsIdentity.create(settings.accessKey(), settings.secretKey()))
                                .request(http.build())
                                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                                .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region())
                                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, isHashed)
                                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)))
                .request();
        String shown = signed.firstMatchingHeader("Authorization").orElseThrow();
        return shown.contains("SignedHeaders=" + request.signedHeaders() + ",")
                ? Optional.of(shown.substring(shown.indexOf("Signature=") + "Signature=".length()))
                : Optional.empty();
    }
}

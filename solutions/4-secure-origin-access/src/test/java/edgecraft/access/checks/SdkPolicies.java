package edgecraft.access.checks;

import java.time.Instant;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudfront.CloudFrontUtilities;
import software.amazon.awssdk.services.cloudfront.cookie.CookiesForCustomPolicy;
import software.amazon.awssdk.services.cloudfront.model.CustomSignerRequest;

/** Custom policies as the AWS SDK's own client writes and signs them (SHA-1). */
record SdkPolicies(Signer signer) {

    private static final CloudFrontUtilities SDK = CloudFrontUtilities.create();

    /**
     * This URL, signed until a time.
     *
     * @param more what else the policy says
     */
    String url(String url, Instant until, Consumer<CustomSignerRequest.Builder> more) {
        return SDK.getSignedUrlWithCustomPolicy(request -> more.accept(signed(request, url, until)))
                .url();
    }

    /** The value of {@code Cookie} for these URLs, until a time. */
    String cookies(String resource, Instant until, Consumer<CustomSignerRequest.Builder> more) {
        CookiesForCustomPolicy cookies =
                SDK.getCookiesForCustomPolicy(request -> more.accept(signed(request, resource, until)));
        return String.join(
                "; ", cookies.policyHeaderValue(), cookies.signatureHeaderValue(), cookies.keyPairIdHeaderValue());
    }

    private CustomSignerRequest.Builder signed(CustomSignerRequest.Builder request, String url, Instant until) {
        return request.resourceUrl(url)
                .privateKey(signer.keys().getPrivate())
                .keyPairId(signer.id())
                .expirationDate(until);
    }
}

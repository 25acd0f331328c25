package edgecraft.access;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import software.amazon.awssdk.services.cloudfront.CloudFrontUtilities;
import software.amazon.awssdk.services.cloudfront.cookie.CookiesForCannedPolicy;
import software.amazon.awssdk.services.cloudfront.cookie.CookiesForCustomPolicy;
import software.amazon.awssdk.services.cloudfront.model.CannedSignerRequest;
import software.amazon.awssdk.services.cloudfront.model.CustomSignerRequest;

/** URLs and cookies that the AWS SDK signs, for generated URLs. */
final class SdkPasses {

    /** URLs and cookies, by canned and by custom policies. */
    static final int KINDS = 4;

    /** The ids of the two keys. */
    static final String RSA = "KRSA";

    static final String EC = "KEC";

    private static final CloudFrontUtilities SDK = CloudFrontUtilities.create();
    private static final int LONGEST = 100_000;

    private final Random random;
    private final Instant now;
    private final KeyPair rsa;
    private final KeyPair ec;

    SdkPasses(Random random, Instant now) throws GeneralSecurityException {
        this.random = random;
        this.now = now;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        rsa = generator.generateKeyPair();
        generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        ec = generator.generateKeyPair();
    }

    /**
     * What a viewer shows.
     *
     * @param url what is asked for
     * @param cookie empty if the URL is signed
     * @param from where in it the text begins that may be changed
     */
    record Shown(String url, String cookie, int from) {

        /** What is signed of it. */
        String text() {
            return cookie.isEmpty() ? url : cookie;
        }

        /** The same with another text. */
        Shown with(String other) {
            return cookie.isEmpty() ? new Shown(other, "", from) : new Shown(url, other, from);
        }

        List<String> cookies() {
            return cookie.isEmpty() ? List.of() : List.of(cookie);
        }
    }

    String rsaPem() {
        return pem(rsa);
    }

    String ecPem() {
        return pem(ec);
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** The next: of each kind in turn, with either key. */
    Shown next(int number) {
        boolean onCurve = random.nextBoolean();
        PrivateKey key = (onCurve ? ec : rsa).getPrivate();
        String id = onCurve ? EC : RSA;
        Instant until = now.plusSeconds(1 + random.nextInt(LONGEST));
        SdkUrls urls = new SdkUrls(random);
        // A canned cookie has no wildcards, so one for a URL with a star in it is refused.
        String url = number % KINDS == 1 ? urls.nextWithoutStar() : urls.next();
        return switch (number % KINDS) {
            case 0 ->
                shown(
                        url,
                        SDK.getSignedUrlWithCannedPolicy(canned(url, key, id, until))
                                .url());
            case 1 -> withCookies(url, SDK.getCookiesForCannedPolicy(canned(url, key, id, until)));
            case 2 ->
                shown(
                        url,
                        SDK.getSignedUrlWithCustomPolicy(custom(url, key, id, until))
                                .url());
            default -> withCookies(url, SDK.getCookiesForCustomPolicy(custom(url, key, id, until)));
        };
    }

    private static Shown shown(String url, String signed) {
        return new Shown(signed, "", url.length());
    }

    private static Shown withCookies(String url, CookiesForCannedPolicy cookies) {
        return new Shown(
                url,
                String.join(
                        "; ",
                        cookies.expiresHeaderValue(),
                        cookies.signatureHeaderValue(),
                        cookies.keyPairIdHeaderValue()),
                0);
    }

    private static Shown withCookies(String url, CookiesForCustomPolicy cookies) {
        return new Shown(
                url,
                String.join(
                        "; ",
                        cookies.policyHeaderValue(),
                        cookies.signatureHeaderValue(),
                        cookies.keyPairIdHeaderValue()),
                0);
    }

    private static CannedSignerRequest canned(String url, PrivateKey key, String id, Instant until) {
        return CannedSignerRequest.builder()
                .resourceUrl(url)
                .privateKey(key)
                .keyPairId(id)
                .expirationDate(until)
                .build();
    }

    private CustomSignerRequest custom(String url, PrivateKey key, String id, Instant until) {
        CustomSignerRequest.Builder request = CustomSignerRequest.builder()
                .resourceUrl(url)
                .privateKey(key)
                .keyPairId(id)
                .expirationDate(until);
        if (random.nextBoolean()) {
            request.activeDate(now.minusSeconds(1 + random.nextInt(LONGEST)));
        }
        if (random.nextBoolean()) {
            request.ipRange(List.of("192.0.2.0/24", "192.0.2.7/32", "0.0.0.0/0").get(random.nextInt(3)));
        }
        String base = url.substring(0, url.indexOf('/', "http://".length()));
        switch (random.nextInt(4)) {
            case 0 -> request.resourceUrlPattern(base + "/*");
            case 1 -> request.resourceUrlPattern(base.substring(0, base.length() - 2) + "*");
            case 2 -> request.resourceUrlPattern(url.substring(0, url.length() - 1) + "*");
            default -> {}
        }
        return request.build();
    }
}

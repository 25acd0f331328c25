package edgecraft.access.checks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.cloudfront.CloudFrontUtilities;
import software.amazon.awssdk.services.cloudfront.cookie.CookiesForCannedPolicy;

/**
 * Who signs for viewers: the owner of a private key, with the AWS SDK's own client where it can, and else by hand.
 *
 * @param id what the key is called: {@code Key-Pair-Id}
 */
record Signer(String id, KeyPair keys) {

    /** The hash that is meant when nothing is said. */
    static final String SHA1 = "SHA1";

    static final String SHA256 = "SHA256";

    private static final CloudFrontUtilities SDK = CloudFrontUtilities.create();

    /** With an RSA key of 2048 bits, another each time. */
    static Signer rsa(String id) {
        return new Signer(id, RsaKeys.next());
    }

    /** With a key on the curve P-256, another each time. */
    static Signer ec(String id) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new Signer(id, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same key under another id. */
    Signer as(String other) {
        return new Signer(other, keys);
    }

    /** The public key in PEM, as settings have it (RFC 7468). */
    String pem() {
        return Pem.of("PUBLIC KEY", keys.getPublic().getEncoded());
    }

    /** The private key in base64: what PEM has between its lines. */
    String privateKey() {
        return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
    }

    /**
     * By the SDK: this URL, signed with a canned policy (SHA-1).
     *
     * @param url for example {@code http://127.0.0.1:8080/films/a.mp4?own=1}
     * @param expires whole seconds count
     */
    String url(String url, Instant expires) {
        return SDK.getSignedUrlWithCannedPolicy(request -> request.resourceUrl(url)
                        .privateKey(keys.getPrivate())
                        .keyPairId(id)
                        .expirationDate(expires))
                .url();
    }

    /** By the SDK: the cookies for this URL with a canned policy (SHA-1), each as {@code name=value}. */
    List<String> cookies(String url, Instant expires) {
        CookiesForCannedPolicy cookies = SDK.getCookiesForCannedPolicy(request -> request.resourceUrl(url)
                .privateKey(keys.getPrivate())
                .keyPairId(id)
                .expirationDate(expires));
        return List.of(cookies.expiresHeaderValue(), cookies.signatureHeaderValue(), cookies.keyPairIdHeaderValue());
    }

    /** By hand: the signature of a policy, as URLs and cookies have it. */
    String sign(String policy, String hash) {
        return OddAlphabet.encode(signature(policy.getBytes(StandardCharsets.UTF_8), hash));
    }

    /** By hand: the bytes of a signature. */
    byte[] signature(byte[] text, String hash) {
        try {
            boolean curve = keys.getPrivate().getAlgorithm().equals("EC");
            Signature signature = Signature.getInstance(hash + (curve ? "withECDSA" : "withRSA"));
            signature.initSign(keys.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

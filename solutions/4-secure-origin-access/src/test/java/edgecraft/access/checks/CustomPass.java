package edgecraft.access.checks;

import java.nio.charset.StandardCharsets;

/**
 * A custom policy with its signature, as viewers have it.
 *
 * @param policy in base64, as viewers send it
 * @param signature the same
 * @param more what else belongs to it, as {@code &Name=value}; empty for nothing
 */
record CustomPass(String policy, String signature, String keyId, String more) {

    /** Signed with SHA-1, as when nothing is said. */
    static CustomPass of(Signer signer, String policy) {
        return of(signer, policy.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, for any bytes. */
    static CustomPass of(Signer signer, byte[] policy) {
        return new CustomPass(
                OddAlphabet.encode(policy), OddAlphabet.encode(signer.signature(policy, Signer.SHA1)), signer.id(), "");
    }

    /** Signed with SHA-256. */
    static CustomPass withSha256(Signer signer, String policy) {
        byte[] bytes = policy.getBytes(StandardCharsets.UTF_8);
        return new CustomPass(
                OddAlphabet.encode(bytes),
                OddAlphabet.encode(signer.signature(bytes, Signer.SHA256)),
                signer.id(),
                "&Hash-Algorithm=SHA256");
    }

    /** The same signature with another policy. */
    CustomPass withPolicy(String other) {
        return new CustomPass(other, signature, keyId, more);
    }

    /** The same policy with another signature. */
    CustomPass withSignature(String other) {
        return new CustomPass(policy, other, keyId, more);
    }

    /** A target with this in its query. */
    String on(String target) {
        return target + (target.contains("?") ? "&" : "?") + "Policy=" + policy + "&Signature=" + signature
                + "&Key-Pair-Id=" + keyId + more;
    }

    /** The value of {@code Cookie}. */
    String cookies() {
        return "CloudFront-Policy=" + policy + "; CloudFront-Signature=" + signature + "; CloudFront-Key-Pair-Id="
                + keyId + more.replace("&", "; CloudFront-");
    }
}

package edgecraft.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Steps 4.4 and 4.5: what a viewer shows to be let in, read from a URL or from cookies.
 *
 * @param expires until when a canned policy lets the viewer in, as sent; empty with a custom policy
 * @param policy a custom policy in {@link OddBase64}; empty with a canned one
 * @param signature in {@link OddBase64}
 * @param keyId which key has signed
 * @param hash {@code SHA1} or {@code SHA256}
 */
record Pass(Optional<String> expires, Optional<String> policy, String signature, String keyId, String hash) {

    /** The names of what a pass consists of, as URLs have them. */
    static final List<String> NAMES = List.of("Expires", "Policy", "Signature", "Key-Pair-Id", "Hash-Algorithm");

    /**
     * Puts a pass together.
     *
     * @param sent all values by their names, which are among {@link #NAMES}
     * @throws Refusal if something is missing or said twice, or there are both kinds of policy
     */
    static Pass of(Map<String, List<String>> sent) throws Refusal {
        Optional<String> expires = one(sent, "Expires");
        Optional<String> policy = one(sent, "Policy");
        if (expires.isPresent() == policy.isPresent()) {
            throw new Refusal("There must be either Expires or Policy.");
        }
        String signature = one(sent, "Signature").orElseThrow(() -> new Refusal("The signature is missing."));
        String keyId = one(sent, "Key-Pair-Id").orElseThrow(() -> new Refusal("The id of the key is missing."));
        String hash = one(sent, "Hash-Algorithm").orElse("SHA1");
        if (!hash.equals("SHA1") && !hash.equals("SHA256")) {
            throw new Refusal("This hash is not known here.");
        }
        return new Pass(expires, policy, signature, keyId, hash);
    }

    private static Optional<String> one(Map<String, List<String>> sent, String name) throws Refusal {
        List<String> values = sent.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new Refusal("A part of the signature is there twice.");
        }
        return values.stream().findFirst();
    }
}

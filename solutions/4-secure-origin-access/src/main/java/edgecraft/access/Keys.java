package edgecraft.access;

import edgecraft.kit.KeyGroup;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Steps 4.4 and 4.6: the public keys of all groups, and what they say of signatures. Immutable. */
final class Keys {

    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

    /** By the names of groups, and then by ids. */
    private final Map<String, Map<String, PublicKey>> groups = new HashMap<>();

    /** @param groups keys that can't be read are left out: the others go on counting */
    Keys(Collection<KeyGroup> groups) {
        groups.forEach(group -> this.groups.put(group.name(), keys(group)));
    }

    private static Map<String, PublicKey> keys(KeyGroup group) {
        Map<String, PublicKey> keys = new HashMap<>();
        group.keys().forEach((id, pem) -> read(pem).ifPresent(key -> keys.put(id, key)));
        return keys;
    }

    /** The key in PEM ({@code -----BEGIN PUBLIC KEY-----}), RSA or on a curve; empty if there is none in it. */
    static Optional<PublicKey> read(String pem) {
        Matcher parts = PEM.matcher(pem);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(parts.group(1).replaceAll("\\s", ""));
            return List.of("RSA", "EC").stream()
                    .flatMap(algorithm -> read(key, algorithm).stream())
                    .findFirst();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> read(byte[] key, String algorithm) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(key)));
        } catch (GeneralSecurityException anotherKind) {
            return Optional.empty();
        }
    }

    /**
     * Lets pass what one key of a group has signed.
     *
     * @param group the name of the group whose keys count here; those of others don't
     * @param pass which key, which hash, and the signature
     * @param policy what should be signed
     * @throws Refusal if there is no such key in the group, or it hasn't signed this
     */
    void check(String group, Pass pass, byte[] policy) throws Refusal {
        PublicKey key = groups.getOrDefault(group, Map.of()).get(pass.keyId());
        if (key == null) {
            throw new Refusal("Unknown Key-Pair-Id.");
        }
        if (!hasSigned(key, pass.hash(), policy, OddBase64.decode(pass.signature()))) {
            throw new Refusal("The signature is not that of this request.");
        }
    }

    private static boolean hasSigned(PublicKey key, String hash, byte[] text, byte[] signature) {
        String algorithm = hash + (key.getAlgorithm().equals("EC") ? "withECDSA" : "withRSA");
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException notOfThisKind) {
            return false;
        }
    }
}

package edgecraft.access;

import edgecraft.kit.KeyGroup;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps 4.4 and 4.6: the public keys of all groups, and what they say of signatures. Immutable. */
final class Keys {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private final Map<String, Map<String, PublicKey>> groups;

    /** @param groups keys that can't be read are left out: the others go on counting */
    Keys(Collection<KeyGroup> groups) {
        Map<String, Map<String, PublicKey>> all = new HashMap<>();
        for (KeyGroup group : groups) {
            Map<String, PublicKey> keys = all.computeIfAbsent(group.name(), name -> new HashMap<>());
            group.keys().forEach((id, pem) -> read(pem).ifPresent(key -> keys.put(id, key)));
        }
        this.groups = all;
    }

    /** The key in PEM ({@code -----BEGIN PUBLIC KEY-----}), RSA or on a curve; empty if there is none in it. */
    static Optional<PublicKey> read(String pem) {
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END) || text.length() < BEGIN.length() + END.length()) {
            return Optional.empty();
        }
        String base64 = text.substring(BEGIN.length(), text.length() - END.length())
                .replace("\r", "")
                .replace("\n", "");
        byte[] der;
        try {
            der = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        for (String kind : List.of("RSA", "EC")) {
            try {
                return Optional.of(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der)));
            } catch (GeneralSecurityException | RuntimeException notOfThisKind) {
                // Perhaps of the other.
            }
        }
        return Optional.empty();
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
            throw new Refusal("The key is not known here.");
        }
        if (!hasSigned(key, pass.hash(), policy, OddBase64.decode(pass.signature()))) {
            throw new Refusal("The signature is not good for this.");
        }
    }

    private static boolean hasSigned(PublicKey key, String hash, byte[] policy, byte[] signed) {
        try {
            Signature signature =
                    Signature.getInstance(hash + "with" + (key instanceof RSAPublicKey ? "RSA" : "ECDSA"));
            signature.initVerify(key);
            signature.update(policy);
            return signature.verify(signed);
        } catch (GeneralSecurityException | RuntimeException noSignature) {
            return false;
        }
    }
}

package edgecraft.access;

import edgecraft.kit.KeyGroup;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The public keys of all groups. Immutable. */
final class KeyRing {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private final Map<String, Map<String, PublicKey>> groups = new HashMap<>();

    /** Reads all keys, and leaves out what is none. */
    KeyRing(List<KeyGroup> settings) {
        for (KeyGroup group : settings) {
            Map<String, PublicKey> keys = groups.computeIfAbsent(group.name(), none -> new HashMap<>());
            group.keys().forEach((id, pem) -> read(pem).ifPresent(key -> keys.put(id, key)));
        }
    }

    private static Optional<PublicKey> read(String pem) {
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END) || text.length() < BEGIN.length() + END.length()) {
            return Optional.empty();
        }
        String base64 = text.substring(BEGIN.length(), text.length() - END.length());
        for (String kind : List.of("RSA", "EC")) {
            try {
                byte[] der = Base64.getDecoder().decode(base64.replaceAll("[\r\n]", ""));
                return Optional.of(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der)));
            } catch (GeneralSecurityException | RuntimeException unreadable) {
                // Another kind, perhaps. Providers throw all sorts of things at what is no key.
            }
        }
        return Optional.empty();
    }

    /**
     * Lets pass what one key of a group has signed.
     *
     * @param hash {@code SHA1} or {@code SHA256}
     * @throws Refusal if there is no such key in the group, or it hasn't signed this
     */
    void check(String group, String id, String hash, byte[] signature, byte[] signed) throws Refusal {
        PublicKey key = groups.getOrDefault(group, Map.of()).get(id);
        if (key == null || !hasSigned(key, hash, signature, signed)) {
            throw new Refusal("The signature is not good for this.");
        }
    }

    private static boolean hasSigned(PublicKey key, String hash, byte[] signature, byte[] signed) {
        try {
            Signature judge =
                    Signature.getInstance(hash + (key.getAlgorithm().equals("RSA") ? "withRSA" : "withECDSA"));
            judge.initVerify(key);
            judge.update(signed);
            return judge.verify(signature);
        } catch (GeneralSecurityException | RuntimeException noSignature) {
            return false;
        }
    }
}

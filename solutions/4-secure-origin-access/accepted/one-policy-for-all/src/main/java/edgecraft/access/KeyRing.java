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

/** The public keys of all groups, in one table. Immutable. */
final class KeyRing {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    /** How keys sign, by their kinds. */
    private static final Map<String, String> KINDS = Map.of("RSA", "withRSA", "EC", "withECDSA");

    private final Map<Name, PublicKey> keys;

    /** @param groups keys that can't be read are left out */
    KeyRing(List<KeyGroup> groups) {
        Map<Name, PublicKey> found = new HashMap<>();
        for (KeyGroup group : groups) {
            group.keys().forEach((id, pem) -> read(pem).ifPresent(key -> found.put(new Name(group.name(), id), key)));
        }
        this.keys = Map.copyOf(found);
    }

    /** Which key. */
    private record Name(String group, String id) {}

    /** Whether the key that a pass names is in this group, and has signed its policy. */
    boolean hasSigned(String group, Pass pass) {
        PublicKey key = keys.get(new Name(group, pass.keyId()));
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(pass.hash() + KINDS.get(key.getAlgorithm()));
            signature.initVerify(key);
            signature.update(pass.policy());
            return signature.verify(pass.signature());
        } catch (GeneralSecurityException | RuntimeException notASignature) {
            return false;
        }
    }

    private static Optional<PublicKey> read(String pem) {
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END) || text.length() < BEGIN.length() + END.length()) {
            return Optional.empty();
        }
        String lines = text.substring(BEGIN.length(), text.length() - END.length());
        return KINDS.keySet().stream()
                .flatMap(kind -> read(kind, lines.replace("\r\n", "").replace("\n", "")).stream())
                .findFirst();
    }

    private static Optional<PublicKey> read(String kind, String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Optional.of(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException | RuntimeException notAKey) {
            // Whatever is wrong with it, it is not one of this kind.
            return Optional.empty();
        }
    }
}

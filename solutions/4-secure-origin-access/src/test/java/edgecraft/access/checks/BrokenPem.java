package edgecraft.access.checks;

import edgecraft.fixtures.Randoms;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody put in the place of a public key. */
final class BrokenPem {

    private static final String PUBLIC_KEY = "PUBLIC KEY";

    private BrokenPem() {}

    /** What stands there, by what it is in words, made from the keys of this signer. */
    static Map<String, String> all(Signer signer, Randoms random) {
        byte[] key = signer.keys().getPublic().getEncoded();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("an empty text", "");
        all.put("only a line end", "\n");
        all.put("a sentence", "The key is in the other safe.");
        all.put("only the first line of a key", "-----BEGIN PUBLIC KEY-----\n");
        all.put("only the last line of a key", "-----END PUBLIC KEY-----\n");
        all.put("nothing between the first line and the last", Pem.wrapped(PUBLIC_KEY, ""));
        all.put("a sentence between the first line and the last", Pem.wrapped(PUBLIC_KEY, "It is ${KEY}, isn't it?"));
        all.put("random bytes", Pem.of(PUBLIC_KEY, random.bytes(key.length)));
        all.put("a key without its second half", Pem.of(PUBLIC_KEY, Arrays.copyOf(key, key.length / 2)));
        all.put("a key without its last byte", Pem.of(PUBLIC_KEY, Arrays.copyOf(key, key.length - 1)));
        all.put(
                "a key without its last three characters",
                signer.pem().replaceFirst("[^-\\n]{3}\n-----END", "\n-----END"));
        all.put("a key that breaks off", signer.pem().substring(0, signer.pem().length() / 2));
        all.put("a key that says it is a certificate", Pem.of("CERTIFICATE", key));
        all.put("a certificate", Pem.of("CERTIFICATE", random.bytes(800)));
        all.put(
                "a private key",
                Pem.of("PRIVATE KEY", signer.keys().getPrivate().getEncoded()));
        all.put("a key of a kind that signs no URLs", Pem.of(PUBLIC_KEY, ed25519()));
        return all;
    }

    private static byte[] ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPublic()
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package edgecraft.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Signs what viewers may ask, as whoever sells the films does. */
final class Viewer {

    private final KeyPair keys;

    private Viewer(KeyPair keys) {
        this.keys = keys;
    }

    static Viewer withRsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return new Viewer(generator.generateKeyPair());
    }

    static Viewer withEc() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new Viewer(generator.generateKeyPair());
    }

    /** The public key, as settings have it. */
    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** The signature of a policy, as URLs have it. */
    String sign(String policy, String hash) throws GeneralSecurityException {
        boolean curve = keys.getPrivate().getAlgorithm().equals("EC");
        Signature signature = Signature.getInstance(hash + (curve ? "withECDSA" : "withRSA"));
        signature.initSign(keys.getPrivate());
        signature.update(policy.getBytes(StandardCharsets.UTF_8));
        return odd(signature.sign());
    }

    /** The policy of a URL that is good until a second. */
    static String canned(String url, long expires) {
        return "{\"Statement\":[{\"Resource\":\"" + url + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
                + expires + "}}}]}";
    }

    /** In base64, as URLs have it. */
    static String odd(byte[] bytes) {
        return Base64.getEncoder()
                .encodeToString(bytes)
                .replace('+', '-')
                .replace('=', '_')
                .replace('/', '~');
    }
}

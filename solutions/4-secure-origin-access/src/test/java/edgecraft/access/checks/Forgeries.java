package edgecraft.access.checks;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Queries that pretend to let somebody in to one target, by what is wrong with them. */
final class Forgeries {

    private final Siege siege;
    private final String expires;
    private final String text;
    private final Map<String, String> queries = new LinkedHashMap<>();

    private Forgeries(Siege siege) {
        this.siege = siege;
        this.expires = Long.toString(siege.later().getEpochSecond());
        this.text = PolicyText.canned(siege.gate().url(siege.film()), expires);
    }

    /**
     * Half sentences that go on after "because", by queries.
     *
     * @param stranger whose keys count nowhere
     * @param other whose key counts in another group
     */
    static Map<String, String> of(Siege siege, Signer stranger, Signer other) {
        Forgeries forgeries = new Forgeries(siege);
        forgeries.keys(stranger, other);
        forgeries.ids();
        forgeries.hashes();
        forgeries.signatures();
        return forgeries.queries;
    }

    private void keys(Signer stranger, Signer other) {
        add("no group has this key", stranger.sign(text, Signer.SHA1), stranger.id());
        add(
                "that id is another key's",
                stranger.sign(text, Signer.SHA1),
                siege.ec().id());
        add(
                "that id is an RSA key's",
                siege.ec().sign(text, Signer.SHA1),
                siege.rsa().id());
        add(
                "that id is the one of a key on a curve",
                siege.rsa().sign(text, Signer.SHA1),
                siege.ec().id());
        add("this key is of another group", other.sign(text, Signer.SHA1), other.id());
        add(
                "this key is of another group, under an id of this",
                other.sign(text, Signer.SHA1),
                siege.ec().id());
    }

    private void ids() {
        String id = siege.ec().id();
        String signature = siege.ec().sign(text, Signer.SHA1);
        add("an id has its case", signature, id.substring(0, 2) + flipped(id.substring(2)));
        for (String odd :
                new String[] {"", "*", "null", "..", "../" + id, id + "%20", id + ",", id.substring(1), id + id}) {
            add("no key has this id", signature, odd);
        }
    }

    private static String flipped(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private void hashes() {
        for (Signer signer : new Signer[] {siege.rsa(), siege.ec()}) {
            add("SHA1 is meant when nothing is said", signer.sign(text, Signer.SHA256), signer.id());
            add("it is signed with another hash", signer.sign(text, Signer.SHA1), signer.id(), Signer.SHA256);
            add("it is signed with another hash", signer.sign(text, Signer.SHA256), signer.id(), Signer.SHA1);
            for (String weak : new String[] {"SHA224", "SHA384", "SHA512"}) {
                add("the hashes are SHA1 and SHA256", signer.sign(text, weak), signer.id(), weak);
            }
            for (String odd : new String[] {"sha1", "SHA-1", "SHA", "", "none", "NONE", "null"}) {
                add("this is none of the two hashes", signer.sign(text, Signer.SHA1), signer.id(), odd);
            }
        }
        add(
                "MD5 is none of the two hashes",
                siege.rsa().sign(text, "MD5"),
                siege.rsa().id(),
                "MD5");
        add(
                "who has the public key can make this",
                OddAlphabet.encode(hmac()),
                siege.rsa().id());
        add(
                "who has the public key can make this",
                OddAlphabet.encode(hmac()),
                siege.rsa().id(),
                "HmacSHA1");
    }

    /** A signature with the public key as a secret: nobody needs the private one for it. */
    private byte[] hmac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(siege.rsa().pem().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void signatures() {
        BigInteger modulus = ((RSAPublicKey) siege.rsa().keys().getPublic()).getModulus();
        byte[] one = new byte[256];
        one[255] = 1;
        byte[] most = Arrays.copyOfRange(modulus.toByteArray(), 1, 257);
        for (byte[] number :
                new byte[][] {new byte[256], one, most, new byte[0], new byte[1], new byte[255], new byte[257]}) {
            addBytes(number, siege.rsa());
        }
        for (String der : new String[] {
            "",
            "00",
            "30",
            "3000",
            "3006020100020100",
            "3006020101020101",
            "3006020100020101",
            "30ff",
            "3080",
            "308400ffffff"
        }) {
            addBytes(HexFormat.of().parseHex(der), siege.ec());
        }
        addBytes(new byte[64], siege.ec());
        byte[] good = siege.ec().signature(text.getBytes(StandardCharsets.UTF_8), Signer.SHA1);
        addBytes(Arrays.copyOf(good, good.length + 1), siege.ec());
        addBytes(Arrays.copyOf(good, good.length - 1), siege.ec());
    }

    private void addBytes(byte[] signature, Signer signer) {
        add(
                "nobody has signed with " + HexFormat.of().formatHex(signature, 0, Math.min(signature.length, 8))
                        + "\u2026",
                OddAlphabet.encode(signature),
                signer.id());
    }

    private void add(String why, String signature, String id, String... hash) {
        String query = "Expires=" + expires + "&Signature=" + signature + "&Key-Pair-Id=" + id;
        queries.put(hash.length == 0 ? query : query + "&Hash-Algorithm=" + hash[0], why);
    }
}

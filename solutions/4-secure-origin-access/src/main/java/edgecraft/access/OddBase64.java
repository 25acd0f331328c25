package edgecraft.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Step 4.4: base64 with {@code -} for {@code +}, {@code _} for {@code =} and {@code ~} for {@code /}. */
final class OddBase64 {

    private OddBase64() {}

    /** Bytes as text, padding included. */
    static String encode(byte[] bytes) {
        return Base64.getEncoder()
                .encodeToString(bytes)
                .replace('+', '-')
                .replace('=', '_')
                .replace('/', '~');
    }

    /**
     * The bytes of a text.
     *
     * @throws Refusal if it isn't exactly what {@link #encode} makes of them: with another alphabet, without padding, with bits
     *     that mean nothing. There is one text for a signature, not several
     */
    static byte[] decode(String text) throws Refusal {
        try {
            String usual = text.replace('-', '+').replace('_', '=').replace('~', '/');
            byte[] bytes = Base64.getDecoder().decode(usual.getBytes(StandardCharsets.UTF_8));
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below, like other forms that don't count.
        }
        throw new Refusal("Policy or Signature is not in the base64 of signed URLs.");
    }
}

package edgecraft.access;

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
        byte[] bytes;
        try {
            bytes = Base64.getDecoder()
                    .decode(text.replace('-', '+').replace('_', '=').replace('~', '/'));
        } catch (IllegalArgumentException notBase64) {
            throw new Refusal("A signature can't be read.");
        }
        if (!encode(bytes).equals(text)) {
            throw new Refusal("A signature can't be read.");
        }
        return bytes;
    }
}

package edgecraft.access;

import edgecraft.kit.Todo;

/** Step 4.4: base64 with {@code -} for {@code +}, {@code _} for {@code =} and {@code ~} for {@code /}. */
final class OddBase64 {

    private OddBase64() {}

    /** Bytes as text, padding included. */
    static String encode(byte[] bytes) {
        throw new Todo("4.4", "the base64 of signed URLs");
    }

    /**
     * The bytes of a text.
     *
     * @throws Refusal if it isn't exactly what {@link #encode} makes of them: with another alphabet, without padding, with bits
     *     that mean nothing. There is one text for a signature, not several
     */
    static byte[] decode(String text) throws Refusal {
        throw new Todo("4.4", "the base64 of signed URLs");
    }
}

package edgecraft.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Base64 with {@code -} for {@code +}, {@code _} for {@code =} and {@code ~} for {@code /}. */
final class OddBase64 {

    private static final String USUAL = "+=/";
    private static final String ODD = "-_~";

    private OddBase64() {}

    /** The bytes of a text; empty if it isn't the one text that these bytes have. */
    static Optional<byte[]> decoded(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(translated(text, ODD, USUAL));
            String again = new String(Base64.getEncoder().encode(bytes), StandardCharsets.ISO_8859_1);
            return translated(again, USUAL, ODD).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String translated(String text, String from, String to) {
        return text.codePoints()
                .map(one -> from.indexOf(one) < 0 ? one : to.charAt(from.indexOf(one)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

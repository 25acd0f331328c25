package edgecraft.access.checks;

import java.util.Base64;

/** Base64 as signed URLs have it: {@code -} for {@code +}, {@code _} for {@code =}, {@code ~} for {@code /}. */
final class OddAlphabet {

    private OddAlphabet() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder()
                .encodeToString(bytes)
                .replace('+', '-')
                .replace('=', '_')
                .replace('/', '~');
    }

    static byte[] decode(String text) {
        return Base64.getDecoder()
                .decode(text.replace('-', '+').replace('_', '=').replace('~', '/'));
    }
}

package edgecraft.access;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Step 4.1: the path of an object in the one spelling that is sent and signed. */
final class S3Path {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private S3Path() {}

    /**
     * A path, decoded once and encoded once: letters, digits, {@code -._~} and {@code /} stand for themselves, and every other
     * byte is a percent sign and two upper-case hex digits. Slashes and dots stay as many as they are.
     *
     * @param path as a viewer sent it: {@code /caf%c3%a9/%61!}
     * @throws IllegalArgumentException if a percent sign has not two hex digits after it
     */
    static String canonical(String path) {
        StringBuilder spelled = new StringBuilder();
        for (byte b : bytes(path)) {
            if (PLAIN.indexOf(b) >= 0) {
                spelled.append((char) b);
            } else {
                spelled.append('%').append(HEX.toHexDigits(b));
            }
        }
        return spelled.toString();
    }

    /**
     * A path, decoded once, as text.
     *
     * @throws IllegalArgumentException if a percent sign has not two hex digits after it
     */
    static String decoded(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /** Throws IllegalArgumentException if a percent sign has not two hex digits behind it. */
    static void requireWhole(String text) {
        bytes(text);
    }

    private static byte[] bytes(String path) {
        byte[] sent = path.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] != '%') {
                bytes.write(sent[i]);
                continue;
            }
            if (i + 2 >= sent.length || !HexFormat.isHexDigit(sent[i + 1]) || !HexFormat.isHexDigit(sent[i + 2])) {
                throw new IllegalArgumentException("a percent sign without two hex digits");
            }
            bytes.write(HexFormat.fromHexDigit(sent[i + 1]) * 16 + HexFormat.fromHexDigit(sent[i + 2]));
            i += 2;
        }
        return bytes.toByteArray();
    }
}

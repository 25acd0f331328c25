package edgecraft.access;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Step 4.1: the path of an object in the one spelling that is sent and signed. */
final class S3Path {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private S3Path() {}

    /**
     * A path, decoded once and encoded once: letters, digits, {@code -._~} and {@code /} stand for themselves, and every other
     * byte is a percent sign and two upper-case hex digits. Slashes and dots stay as many as they are.
     *
     * @param path as a viewer sent it: {@code /caf%c3%a9/%61!}
     * @throws IllegalArgumentException if a percent sign has not two hex digits after it
     */
    static String canonical(String path) {
        StringBuilder canonical = new StringBuilder();
        for (byte b : decode(path)) {
            char c = (char) (b & 0xff);
            if (c == '/' || UNRESERVED.indexOf(c) >= 0) {
                canonical.append(c);
            } else {
                canonical.append('%').append(hexDigit(c >> 4)).append(hexDigit(c & 0xf));
            }
        }
        return canonical.toString();
    }

    /**
     * A path, decoded once, as text.
     *
     * @throws IllegalArgumentException if a percent sign has not two hex digits after it
     */
    static String decoded(String path) {
        return new String(decode(path), StandardCharsets.UTF_8);
    }

    private static byte[] decode(String path) {
        byte[] sent = path.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] == '%') {
                decoded.write(hexDigit(sent, i + 1) << 4 | hexDigit(sent, i + 2));
                i += 2;
            } else {
                decoded.write(sent[i]);
            }
        }
        return decoded.toByteArray();
    }

    private static int hexDigit(byte[] text, int at) {
        int value = at < text.length ? Character.digit(text[at], 16) : -1;
        if (value < 0) {
            throw new IllegalArgumentException("a percent sign without two hex digits");
        }
        return value;
    }

    private static char hexDigit(int value) {
        return "0123456789ABCDEF".charAt(value);
    }
}

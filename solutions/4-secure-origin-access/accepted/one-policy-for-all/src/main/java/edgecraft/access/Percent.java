package edgecraft.access;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding, by bytes. */
final class Percent {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    private static final String DIGITS = "0123456789ABCDEF";
    private static final int BASE = 16;

    private Percent() {}

    /** The bytes of a text that is decoded once; empty if a percent sign has not two hex digits after it. */
    static Optional<byte[]> decoded(String text) {
        byte[] sent = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(sent.length);
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] != '%') {
                bytes.write(sent[i]);
                continue;
            }
            int value = i + 2 < sent.length ? digit(sent[i + 1]) * BASE + digit(sent[i + 2]) : -1;
            if (value < 0) {
                return Optional.empty();
            }
            bytes.write(value);
            i += 2;
        }
        return Optional.of(bytes.toByteArray());
    }

    /** So negative that no other digit makes up for it if it is none. */
    private static int digit(byte letter) {
        int digit = DIGITS.indexOf(letter >= 'a' && letter <= 'f' ? letter - 'a' + 'A' : letter);
        return digit < 0 ? -BASE * BASE : digit;
    }

    /** The one spelling of S3. */
    static String encoded(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte one : bytes) {
            if (UNRESERVED.indexOf(one) >= 0) {
                text.append((char) one);
            } else {
                text.append('%').append(DIGITS.charAt((one & 0xff) / BASE)).append(DIGITS.charAt((one & 0xff) % BASE));
            }
        }
        return text.toString();
    }
}

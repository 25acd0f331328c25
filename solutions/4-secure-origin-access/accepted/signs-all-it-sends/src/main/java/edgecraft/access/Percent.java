package edgecraft.access;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/** Percent-encoded paths: what they mean, how S3 spells them, and what others may make of them. */
final class Percent {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private Percent() {}

    /**
     * The bytes that a text stands for, decoded once.
     *
     * @throws IllegalArgumentException if a percent sign has not two hex digits behind it
     */
    static byte[] decode(String text) {
        byte[] sent = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(sent.length);
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] != '%') {
                bytes.write(sent[i]);
            } else if (i + 2 < sent.length && HexFormat.isHexDigit(sent[i + 1]) && HexFormat.isHexDigit(sent[i + 2])) {
                bytes.write(HexFormat.fromHexDigit(sent[i + 1]) << 4 | HexFormat.fromHexDigit(sent[i + 2]));
                i += 2;
            } else {
                throw new IllegalArgumentException("a percent sign without two hex digits");
            }
        }
        return bytes.toByteArray();
    }

    /** The same as text. */
    static String text(String encoded) {
        return new String(decode(encoded), StandardCharsets.UTF_8);
    }

    /** The one spelling of a path that S3 signs. */
    static String canonical(String path) {
        HexFormat hex = HexFormat.of().withUpperCase();
        StringBuilder text = new StringBuilder();
        for (byte b : decode(path)) {
            if (PLAIN.indexOf(b) >= 0) {
                text.append((char) b);
            } else {
                text.append('%').append(hex.toHexDigits(b));
            }
        }
        return text.toString();
    }

    /** What somebody makes of a decoded path who takes backslashes for slashes and tidies up (RFC 3986 §5.2.4). */
    static String tidied(String decoded) {
        Deque<String> kept = new ArrayDeque<>();
        boolean endsInSlash = false;
        for (String segment : decoded.replace('\\', '/').split("/", -1)) {
            endsInSlash = segment.isEmpty() || isDots(segment);
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!endsInSlash) {
                kept.addLast(segment);
            }
        }
        return "/" + String.join("/", kept) + (endsInSlash && !kept.isEmpty() ? "/" : "");
    }

    /** Whether a path as sent has a segment that leads elsewhere, however it is spelled. */
    static boolean hasDots(String path) {
        for (String segment : text(path).replace('\\', '/').split("/", -1)) {
            if (isDots(segment)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDots(String segment) {
        return segment.equals(".") || segment.equals("..");
    }
}

package edgecraft.access.checks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys as text: RFC 7468, "PEM". */
final class Pem {

    private static final int LINE = 64;

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    /**
     * The usual form: lines of 64 characters, each with a line feed behind it.
     *
     * @param label what it is said to be, for example {@code PUBLIC KEY}
     */
    static String of(String label, byte[] bytes) {
        return wrapped(label, LINES.encodeToString(bytes));
    }

    /** The same around any text. */
    static String wrapped(String label, String text) {
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }
}

package edgecraft.origin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A key, and the two ways in which it is written in a path: the viewer's and ours. */
record ObjectKey(String text) {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    /** The key in a viewer's path; none if an escape is broken. */
    static Optional<ObjectKey> in(String path) {
        byte[] encoded = path.substring(1).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] != '%') {
                decoded.write(encoded[i]);
                continue;
            }
            int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            decoded.write(16 * high + low);
            i += 2;
        }
        return Optional.of(new ObjectKey(decoded.toString(StandardCharsets.UTF_8)));
    }

    /** Whether the store could take it for a way to somewhere else: a server in between may fold such segments. */
    boolean hasDotSegment() {
        return ("/" + text + "/").matches("(?s).*/\\.\\.?/.*");
    }

    /** As Signature Version 4 wants it: everything is escaped but a few characters, with capital digits. */
    String encoded() {
        StringBuilder path = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            path.append(PLAIN.indexOf(b) >= 0 ? Character.toString(b) : "%%%02X".formatted(b & 0xff));
        }
        return path.toString();
    }
}

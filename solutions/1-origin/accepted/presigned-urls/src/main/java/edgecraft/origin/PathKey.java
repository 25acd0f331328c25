package edgecraft.origin;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns paths into keys. */
final class PathKey {

    private static final Set<String> STEPS = Set.of(".", "..");

    private PathKey() {}

    /**
     * The key that a path names, if it names one. What is no UTF-8 names none. Neither do the segments {@code .} and
     * {@code ..}: the key becomes a URL again, and on its way to S3 somebody might take them for steps out of the bucket.
     *
     * @param path percent-encoded, with its first slash
     */
    static Optional<String> of(String path) {
        try {
            String key = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(path.substring(1))))
                    .toString();
            return Stream.of(key.split("[/\\\\]")).anyMatch(STEPS::contains) ? Optional.empty() : Optional.of(key);
        } catch (CharacterCodingException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String encoded) {
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                if (i + 2 >= raw.length) {
                    throw new NumberFormatException("an escape without its digits");
                }
                decoded.put((byte) (Integer.parseInt(new String(raw, i + 1, 1, StandardCharsets.US_ASCII), 16) * 16
                        + Integer.parseInt(new String(raw, i + 2, 1, StandardCharsets.US_ASCII), 16)));
                i += 2;
            } else {
                decoded.put(raw[i]);
            }
        }
        byte[] bytes = new byte[decoded.position()];
        decoded.flip().get(bytes);
        return bytes;
    }
}

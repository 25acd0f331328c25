package edgecraft.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The bytes of an answer, in the pieces in which they came, so that they are in memory once.
 *
 * @param pieces the bytes; not copied: nobody changes them
 */
record Body(List<byte[]> pieces) {

    static final Body EMPTY = new Body(List.of());

    Body {
        pieces = List.copyOf(pieces);
    }

    /** How many bytes it has. */
    long length() {
        return pieces.stream().mapToLong(piece -> piece.length).sum();
    }

    /** Writes some of the bytes. */
    void write(long first, long count, OutputStream out) throws IOException {
        long skip = first;
        long left = count;
        for (byte[] piece : pieces) {
            if (skip < piece.length && left > 0) {
                int length = (int) Math.min(piece.length - skip, left);
                out.write(piece, (int) skip, length);
                left -= length;
            }
            skip = Math.max(0, skip - piece.length);
        }
    }
}

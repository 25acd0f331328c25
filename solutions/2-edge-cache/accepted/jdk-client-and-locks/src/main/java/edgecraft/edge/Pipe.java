package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies bytes as they come. */
final class Pipe {

    private static final int PIECE = 16 * 1024;

    private Pipe() {}

    /** Copies everything, and holds nothing back. */
    static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
            to.write(piece, 0, count);
            to.flush();
        }
    }
}

package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Passes bytes on as they come. */
final class Pump {

    static final int PIECE = 16 * 1024;

    private Pump() {}

    /** Copies to the end, and lets every piece go at once: the next one may take long to come. */
    static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            out.write(piece, 0, count);
            out.flush();
        }
    }
}

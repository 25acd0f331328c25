package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Passes bytes on as they come. */
final class Pump {

    private static final int PIECE = 16 * 1024;

    private Pump() {}

    /** Copies to the end, and lets every piece go at once: the next one may take long to come. */
    static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            out.write(piece, 0, n);
            out.flush();
        }
    }
}

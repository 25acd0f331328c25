package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies streams as they come. */
final class Pieces {

    private Pieces() {}

    /** Copies everything, and holds nothing back. */
    static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[Body.PIECE];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            out.write(piece, 0, count);
            out.flush();
        }
    }
}

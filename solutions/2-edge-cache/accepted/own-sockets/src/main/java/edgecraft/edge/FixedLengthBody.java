package edgecraft.edge;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body with a {@code Content-Length}. */
final class FixedLengthBody extends FramedBody {

    private final InputStream in;
    private long left;

    FixedLengthBody(InputStream in, long length, Runnable whenWhole) {
        super(whenWhole);
        this.in = in;
        this.left = length;
        if (length == 0) {
            markWhole();
        }
    }

    @Override
    int readSome(byte[] to, int from, int length) throws IOException {
        int count = in.read(to, from, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException(left + " bytes of the body are missing");
        }
        left -= count;
        if (left == 0) {
            markWhole();
        }
        return count;
    }
}

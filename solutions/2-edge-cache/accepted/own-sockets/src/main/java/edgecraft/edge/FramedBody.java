package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of one answer's body, taken out of a connection; says at once when the last of them has been read. */
abstract class FramedBody extends InputStream {

    private final Runnable whenWhole;
    private boolean whole;

    /** @param whenWhole run once, when nothing of this answer is left in the connection */
    FramedBody(Runnable whenWhole) {
        this.whenWhole = whenWhole;
    }

    /** Whether all of it was read. */
    final boolean isWhole() {
        return whole;
    }

    /** To be called by the frame that has read its last byte. */
    final void markWhole() {
        if (!whole) {
            whole = true;
            whenWhole.run();
        }
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int read(byte[] to, int from, int length) throws IOException {
        if (whole) {
            return -1;
        }
        return length == 0 ? 0 : readSome(to, from, length);
    }

    /** Reads at least one byte, or says -1 at the end; calls {@link #markWhole} as soon as the end is known. */
    abstract int readSome(byte[] to, int from, int length) throws IOException;
}

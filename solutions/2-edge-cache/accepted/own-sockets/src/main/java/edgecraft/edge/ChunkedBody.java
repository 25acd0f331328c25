package edgecraft.edge;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body in chunks (RFC 9112 §7.1); what trails after the last one is read and dropped. */
final class ChunkedBody extends FramedBody {

    private static final int LONGEST_LINE = 4096;

    private final InputStream in;
    private long left;
    private boolean inside;

    ChunkedBody(InputStream in, Runnable whenWhole) {
        super(whenWhole);
        this.in = in;
    }

    @Override
    int readSome(byte[] to, int from, int length) throws IOException {
        if (left == 0 && !beginChunk()) {
            return -1;
        }
        int count = in.read(to, from, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the connection was closed within a chunk");
        }
        left -= count;
        return count;
    }

    /** Goes on to the next chunk; false if that is the last one, which is empty. */
    private boolean beginChunk() throws IOException {
        if (inside && !AnswerHead.readLine(in, LONGEST_LINE).isEmpty()) {
            throw new IOException("a chunk is longer than it said");
        }
        inside = true;
        left = sizeOf(AnswerHead.readLine(in, LONGEST_LINE));
        if (left == 0) {
            AnswerHead.readFields(in);
            markWhole();
            return false;
        }
        return true;
    }

    private static long sizeOf(String line) throws IOException {
        String digits = line.split(";", 2)[0].strip();
        if (!digits.matches("[0-9A-Fa-f]{1,15}")) {
            throw new IOException("no size of a chunk: " + line);
        }
        return Long.parseLong(digits, 16);
    }
}

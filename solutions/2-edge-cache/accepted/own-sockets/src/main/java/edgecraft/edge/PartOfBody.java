package edgecraft.edge;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Some bytes out of the middle of a body. */
final class PartOfBody extends FilterInputStream {

    private long left;

    PartOfBody(InputStream whole, Part part) throws IOException {
        super(whole);
        whole.skipNBytes(part.first());
        left = part.size();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = super.read(to, from, (int) Math.min(length, left));
        left -= Math.max(0, count);
        return count;
    }
}

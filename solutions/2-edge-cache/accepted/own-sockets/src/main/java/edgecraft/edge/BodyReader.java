package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** One reader of a {@link Body}: goes through its blocks, and then takes the rest from the origin if it was left there. */
final class BodyReader extends InputStream {

    private @Nullable Body body;
    private @Nullable OriginAnswer rest;
    private long position;

    BodyReader(Body body) {
        this.body = body;
        body.join();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (body != null) {
            int count = body.read(position, to, from, length);
            if (count != 0) {
                position += Math.max(0, count);
                return count;
            }
            rest = body.takeRest();
            leave();
        }
        return rest == null ? -1 : rest.body().read(to, from, length);
    }

    @Override
    public void close() throws IOException {
        leave();
        if (rest != null) {
            rest.close();
        }
    }

    private void leave() {
        if (body != null) {
            body.leave();
            body = null;
        }
    }
}

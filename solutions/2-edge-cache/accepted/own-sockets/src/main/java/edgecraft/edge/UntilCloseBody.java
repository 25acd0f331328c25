package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;

/** A body that ends when the server closes the connection. */
final class UntilCloseBody extends FramedBody {

    private final InputStream in;

    UntilCloseBody(InputStream in, Runnable whenWhole) {
        super(whenWhole);
        this.in = in;
    }

    @Override
    int readSome(byte[] to, int from, int length) throws IOException {
        int count = in.read(to, from, length);
        if (count < 0) {
            markWhole();
        }
        return count;
    }
}

package edgecraft.edge;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer that somebody else fetches. If that breaks off, it goes on with what comes next, as long as that is
 * the same answer and begins with the same bytes.
 */
final class FollowedBody extends FilterInputStream {

    /** Asks again, after what was followed broke off. */
    interface Successor {

        /** @param alone whether it is no use to do so together with others */
        Answer ask(boolean alone) throws IOException;
    }

    private static final List<String> SAME_IN_BOTH =
            List.of("ETag", "Last-Modified", "Content-Length", "Content-Type", "Content-Encoding");
    private static final int BUFFER = 16 * 1024;

    private final Successor successor;
    private @Nullable Stored followed;
    private long position;

    FollowedBody(Stored followed, InputStream body, Successor successor) {
        super(body);
        this.followed = followed;
        this.successor = successor;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        try {
            int count = in.read(to, from, length);
            position += Math.max(0, count);
            return count;
        } catch (IOException brokenOff) {
            if (followed == null) {
                throw brokenOff;
            }
        }
        goOn();
        int count = in.read(to, from, length);
        position += Math.max(0, count);
        return count;
    }

    private void goOn() throws IOException {
        Stored before = followed;
        followed = null;
        Answer next = successor.ask(before.body().hasNoRoom());
        InputStream old = in;
        in = next.body();
        try (InputStream again = before.body().open()) {
            if (!isSame(before, next) || !beginsAlike(again)) {
                throw new IOException("what comes next is another answer");
            }
        } finally {
            old.close();
        }
    }

    private static boolean isSame(Stored before, Answer next) {
        return before.status() == next.status()
                && SAME_IN_BOTH.stream()
                        .allMatch(name -> before.fields()
                                .values(name)
                                .equals(next.fields().values(name)));
    }

    private boolean beginsAlike(InputStream sent) throws IOException {
        byte[] one = new byte[BUFFER];
        byte[] other = new byte[BUFFER];
        for (long left = position; left > 0; ) {
            int count = (int) Math.min(left, BUFFER);
            if (sent.readNBytes(one, 0, count) != count
                    || in.readNBytes(other, 0, count) != count
                    || !Arrays.equals(one, 0, count, other, 0, count)) {
                return false;
            }
            left -= count;
        }
        return true;
    }
}

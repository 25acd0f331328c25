package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.MIB;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** An upload of a mebibyte, of which a viewer sends one half and then the other. */
final class SlowUpload implements AutoCloseable {

    private static final int BEGINNING = 40 * 1024;

    private final RawConnection connection;
    private final String target;
    private final boolean chunked;
    private final byte[] body;

    private SlowUpload(RawConnection connection, String target, boolean chunked, byte[] body) {
        this.connection = connection;
        this.target = target;
        this.chunked = chunked;
        this.body = body;
    }

    /**
     * Begins it, with {@code POST}.
     *
     * @param chunked whether it comes in chunks, or says how long it is
     */
    static SlowUpload of(Viewer viewer, String target, boolean chunked, Randoms random) {
        SlowUpload upload = new SlowUpload(viewer.connect(), target, chunked, random.bytes(MIB));
        String framing = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + MIB;
        upload.connection.write(ByHand.head("POST", viewer.host(), target, framing));
        return upload;
    }

    /** Everything that is sent in the end. */
    byte[] body() {
        return body;
    }

    void sendFirstHalf() {
        send(Arrays.copyOf(body, MIB / 2));
    }

    /** So little that it is on its way at once, and not lost when the edge closes a connection; more than clients hold back. */
    void sendTheBeginning() {
        send(Arrays.copyOf(body, BEGINNING));
    }

    void sendSecondHalf() {
        send(Arrays.copyOfRange(body, MIB / 2, MIB));
        if (chunked) {
            connection.write("0\r\n\r\n");
        }
    }

    private void send(byte[] half) {
        if (!chunked) {
            connection.write(half);
            return;
        }
        byte[] before = (Integer.toHexString(half.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] chunk = Arrays.copyOf(before, before.length + half.length + 2);
        System.arraycopy(half, 0, chunk, before.length, half.length);
        chunk[chunk.length - 2] = '\r';
        chunk[chunk.length - 1] = '\n';
        connection.write(chunk);
    }

    /** Waits until some of it is at the origin. */
    void awaitAt(OriginStub origin) {
        long deadline = System.nanoTime() + origin.line().patience().toNanos();
        while (origin.requests(target).stream().allMatch(request -> request.body().length == 0)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("expected some of the upload to " + target + " to be at the origin because the"
                        + " viewer has sent a part of it, but the edge "
                        + (origin.requests(target).isEmpty()
                                ? "waits for the rest before it asks"
                                : "has asked without any of it"));
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** Waits for the answer. */
    Answer answer() {
        return connection.readAnswer("POST", target);
    }

    @Override
    public void close() {
        connection.close();
    }
}

package edgecraft.edge.checks;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An answer whose body a viewer reads bit by bit and never holds, in chunks or not. */
final class BitByBit implements AutoCloseable {

    private static final int PIECE = 64 * 1024;
    private static final String NOT_SAID = "";

    private final RawConnection connection;
    private final String target;
    private final byte[] body;
    private String length = NOT_SAID;
    private boolean chunked;
    private int position;
    private int leftOfChunk;

    private BitByBit(RawConnection connection, String target, byte[] body) {
        this.connection = connection;
        this.target = target;
        this.body = body;
    }

    /**
     * Asks with {@code GET}.
     *
     * @param body what the answer's body should be; not copied
     */
    static BitByBit of(Viewer viewer, String target, byte[] body) {
        RawConnection connection = viewer.connect();
        connection.write("GET " + target + " HTTP/1.1\r\nHost: " + viewer.host() + "\r\nConnection: close\r\n\r\n");
        return new BitByBit(connection, target, body);
    }

    /** Waits for status and fields. */
    Answer head() {
        Answer head = connection.readHead("GET", target);
        chunked = head.field("Transfer-Encoding").isPresent();
        length = head.field("Content-Length").orElse(NOT_SAID);
        return head;
    }

    /** Waits for so many bytes more of the body, and compares them. */
    void read(int count) {
        // Not when the head comes: its status, which whoever asked looks at first, explains another length.
        if (!length.equals(NOT_SAID) && !length.equals(Integer.toString(body.length))) {
            throw wrong("the answer says Content-Length: " + length);
        }
        int end = position + count;
        while (position < end) {
            if (chunked && leftOfChunk == 0) {
                leftOfChunk = nextChunk();
            }
            int n = Math.min(end - position, chunked ? Math.min(PIECE, leftOfChunk) : PIECE);
            compare(connection.readBytes(n));
            leftOfChunk -= chunked ? n : 0;
            if (chunked && leftOfChunk == 0) {
                line();
            }
        }
    }

    /** Waits for all the other bytes of the body, and for its end. */
    void readAll() {
        read(body.length - position);
        if (chunked && (leftOfChunk > 0 || size() > 0)) {
            throw wrong("more came");
        }
    }

    private int nextChunk() {
        int size = size();
        if (size == 0) {
            throw wrong("the answer ends after " + position);
        }
        return size;
    }

    private void compare(byte[] came) {
        if (!Arrays.equals(came, 0, came.length, body, position, position + came.length)) {
            throw wrong("other ones came between byte " + position + " and byte " + (position + came.length));
        }
        position += came.length;
    }

    private int size() {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\r\n") < 0) {
            line.append(new String(connection.readBytes(1), StandardCharsets.ISO_8859_1));
        }
        return line.substring(0, line.length() - 2);
    }

    private AssertionError wrong(String found) {
        return new AssertionError(
                "expected the " + body.length + " bytes of " + target + ", which the origin sends, but " + found);
    }

    @Override
    public void close() {
        connection.close();
    }
}

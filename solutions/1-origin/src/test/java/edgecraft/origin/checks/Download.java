package edgecraft.origin.checks;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import java.util.Arrays;

/** An object that a viewer reads bit by bit, on a connection of its own, and never holds. */
final class Download implements AutoCloseable {

    private static final int PIECE = 1024 * 1024;

    private final RawConnection connection;
    private final StoredObject object;

    private Download(RawConnection connection, StoredObject object) {
        this.connection = connection;
        this.object = object;
    }

    /**
     * Asks for an object.
     *
     * @param fieldLines further lines of the request, each with its line end
     */
    static Download of(Viewer viewer, StoredObject object, String... fieldLines) {
        RawConnection connection = viewer.connect();
        connection.write("GET /" + object.key() + " HTTP/1.1\r\nHost: origin.test\r\n" + String.join("", fieldLines)
                + "Connection: close\r\n\r\n");
        return new Download(connection, object);
    }

    /** Waits for status and fields. */
    Answer head() {
        return connection.readHead("GET", "/" + object.key());
    }

    /** Waits for some bytes and compares them with those of the object from this position on. */
    void read(int position, int count) {
        byte[] came = connection.readBytes(count);
        if (!Arrays.equals(came, 0, count, object.body(), position, position + count)) {
            throw new AssertionError("expected the bytes of the object, but somewhere between byte " + position
                    + " and byte " + (position + count) + " other ones came");
        }
    }

    /** The same, from this position to the object's end. */
    void readAll(int position) {
        int length = object.body().length;
        for (int at = position; at < length; at += PIECE) {
            read(at, Math.min(PIECE, length - at));
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}

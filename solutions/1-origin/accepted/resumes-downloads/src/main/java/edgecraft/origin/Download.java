package edgecraft.origin;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Some bytes of an object, one chunk after the other. What S3 breaks off is taken up again where it was. */
final class Download implements AutoCloseable {

    private final Chunks chunks;
    private final Item item;
    private final long end;
    private final byte[] piece = new byte[16 * 1024];
    private long position;

    /** Where the chunk that is open should end. */
    private long chunkEnd;

    /** Null between two chunks. */
    private @Nullable ResponseInputStream<GetObjectResponse> chunk;

    Download(Chunks chunks, Item item, long from, long to, ResponseInputStream<GetObjectResponse> first) {
        this.chunks = chunks;
        this.item = item;
        this.position = from;
        this.end = to;
        open(first);
    }

    Item item() {
        return item;
    }

    /** Sends all of it. */
    void passTo(OutputStream out) throws IOException {
        while (position < end) {
            int count = read();
            out.write(piece, 0, count);
            position += count;
            if (position == chunkEnd) {
                finishChunk();
            }
        }
    }

    /** The rest of an open chunk is not fetched. */
    @Override
    public void close() {
        if (chunk != null) {
            chunk.abort();
            chunk = null;
        }
    }

    private int read() throws IOException {
        if (chunk == null) {
            open(chunks.chunk(item, position, end));
        }
        try {
            return readChunk();
        } catch (InterruptedIOException quiet) {
            throw quiet; // the settings say how long to wait, and that was it
        } catch (IOException brokenOff) {
            return readAgain();
        }
    }

    /** One try: it stands at a place where the store has never broken off, or else the store does not get on. */
    private int readAgain() throws IOException {
        close();
        open(chunks.chunk(item, position, end));
        return readChunk();
    }

    private int readChunk() throws IOException {
        ResponseInputStream<GetObjectResponse> open = chunk;
        int count = open == null ? -1 : open.read(piece);
        if (count < 0) {
            throw new EOFException("S3 sent less than it promised");
        }
        return count;
    }

    private void open(ResponseInputStream<GetObjectResponse> next) {
        chunk = next;
        chunkEnd = position + next.response().contentLength();
    }

    /** To the end, so that the connection can be used again. */
    private void finishChunk() throws IOException {
        if (chunk != null) {
            chunk.close();
            chunk = null;
        }
    }
}

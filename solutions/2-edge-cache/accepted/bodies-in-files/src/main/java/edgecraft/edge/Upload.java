package edgecraft.edge;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** The body of a viewer's request, which goes on as it comes. */
final class Upload extends AbstractHttpEntity {

    private final InputStream body;
    private final long length;
    private volatile Closeable connection = () -> {};

    /**
     * @param body what to send
     * @param length how long it is; negative if nobody knows
     */
    Upload(InputStream body, long length) {
        super((String) null, null, length < 0);
        this.body = body;
        this.length = length;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public InputStream getContent() {
        return body;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        byte[] piece = new byte[Body.PIECE];
        for (int count = read(piece); count >= 0; count = read(piece)) {
            out.write(piece, 0, count);
            out.flush();
        }
    }

    /** Says what to close if the viewer breaks off: the client would end the chunks as if they were all. */
    void goesOver(Closeable open) {
        connection = open;
    }

    private int read(byte[] piece) throws IOException {
        try {
            return body.read(piece);
        } catch (IOException viewerGone) {
            connection.close();
            throw viewerGone;
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}

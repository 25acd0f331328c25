package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** A request and its answer over one connection, with the care that a proxy has to take. */
final class Exchange extends HttpRequestExecutor {

    private static final Timeout A_GLANCE = Timeout.ofMilliseconds(1);

    /** A connection that was kept is of no use any more. */
    static final class DeadConnection extends IOException {

        private static final long serialVersionUID = 1;

        private final boolean unused;

        private DeadConnection(boolean unused, Throwable cause) {
            super(cause);
            this.unused = unused;
        }

        /** Whether nothing was sent over it. */
        boolean wasUnused() {
            return unused;
        }
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        boolean kept = connection.getEndpointDetails().getRequestCount() > 0;
        if (kept && connection.isDataAvailable(A_GLANCE)) {
            // Nobody has asked for it yet, so it must not become an answer (RFC 9112 §6.3).
            connection.close(CloseMode.IMMEDIATE);
            throw new DeadConnection(true, null);
        }
        if (request.getEntity() != null) {
            request.setEntity(new Upload(request.getEntity(), connection));
        }
        try {
            return super.execute(request, connection, information, context);
        } catch (InterruptedIOException silent) {
            throw silent;
        } catch (IOException e) {
            throw kept ? new DeadConnection(false, e) : e;
        }
    }

    /** A viewer's body on its way. If it breaks off, so does the connection: the client would end it in good order. */
    private static final class Upload extends HttpEntityWrapper {

        private final HttpClientConnection connection;

        private Upload(HttpEntity sent, HttpClientConnection connection) {
            super(sent);
            this.connection = connection;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            byte[] piece = new byte[Pump.PIECE];
            for (int count = read(piece); count >= 0; count = read(piece)) {
                out.write(piece, 0, count);
                out.flush();
            }
        }

        private int read(byte[] piece) throws IOException {
            InputStream viewer = getContent();
            try {
                return viewer.read(piece);
            } catch (IOException left) {
                connection.close(CloseMode.IMMEDIATE);
                throw left;
            }
        }
    }
}

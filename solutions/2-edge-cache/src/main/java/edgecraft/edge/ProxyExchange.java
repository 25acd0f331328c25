package edgecraft.edge;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** A request and its answer on one connection, with two cares that a proxy has to take and the library does not. */
final class ProxyExchange extends HttpRequestExecutor {

    private static final Timeout A_GLANCE = Timeout.ofMilliseconds(1);

    /** The connection was of no use, and nothing was sent over it. */
    static final class NothingSent extends IOException {

        private static final long serialVersionUID = 1;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        if (connection.getEndpointDetails().getRequestCount() > 0 && connection.isDataAvailable(A_GLANCE)) {
            // Nothing was asked yet, so it belongs to an answer that is over: never to the next (RFC 9112 §6.3).
            connection.close(CloseMode.IMMEDIATE);
            throw new NothingSent();
        }
        HttpEntity body = request.getEntity();
        if (body != null) {
            InputStream whole = new Whole(body.getContent(), connection);
            request.setEntity(new InputStreamEntity(whole, body.getContentLength(), null));
        }
        return super.execute(request, connection, information, context);
    }

    /** A body that breaks off takes its connection along: the library would write the end of the chunks all the same. */
    private static final class Whole extends FilterInputStream {

        private final HttpClientConnection connection;

        private Whole(InputStream body, HttpClientConnection connection) {
            super(body);
            this.connection = connection;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException brokenOff) {
                connection.close(CloseMode.IMMEDIATE);
                throw brokenOff;
            }
        }
    }
}

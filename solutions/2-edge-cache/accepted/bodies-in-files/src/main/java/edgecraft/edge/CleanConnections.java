package edgecraft.edge;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** Sends requests over connections on which nothing is left of the answer before. */
final class CleanConnections extends HttpRequestExecutor {

    private static final Timeout A_GLANCE = Timeout.ofMilliseconds(1);

    /** There was something left on the connection, so nothing was sent over it. */
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
        boolean kept = connection.getEndpointDetails().getRequestCount() > 0;
        if (kept && connection.isDataAvailable(A_GLANCE)) {
            // Nobody has asked for it yet, so it must not become an answer (RFC 9112 §6.3).
            connection.close(CloseMode.IMMEDIATE);
            throw new NothingSent();
        }
        return super.execute(request, connection, information, context);
    }
}

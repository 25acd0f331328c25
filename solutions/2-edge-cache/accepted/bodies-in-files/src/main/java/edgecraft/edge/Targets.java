package edgecraft.edge;

import io.javalin.http.Context;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpURI;

/** Reads what a viewer asked for, whatever form its target has (RFC 9112 §3.2). */
final class Targets {

    private Targets() {}

    /** The request; empty if its target has characters that no target may have. */
    static Optional<ViewerRequest> read(Context ctx) {
        ViewerRequest request = ViewerRequest.of(ctx);
        HttpURI sent = ServletContextRequest.getServletContextRequest(ctx.req()).getHttpURI();
        boolean odd = sent.getFragment() != null || request.target().chars().anyMatch(c -> c <= ' ' || c > '~');
        return odd ? Optional.empty() : Optional.of(request);
    }
}

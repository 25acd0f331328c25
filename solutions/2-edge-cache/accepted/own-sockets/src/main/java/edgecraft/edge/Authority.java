package edgecraft.edge;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The host that a request is about, which a target in absolute form says (RFC 9112 §3.2.2). */
final class Authority {

    private Authority() {}

    /** This request, with the host of its target if that names one. */
    static ViewerRequest ofTarget(Context ctx, ViewerRequest request) {
        String named = ServletContextRequest.getServletContextRequest(ctx.req())
                .getHttpURI()
                .getAuthority();
        if (named == null || CacheKey.canonical(named).equals(CacheKey.canonical(request.host()))) {
            return request;
        }
        return new ViewerRequest(request.method(), request.target(), named, request.address(), request.fields());
    }
}

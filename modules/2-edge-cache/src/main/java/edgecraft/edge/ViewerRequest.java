package edgecraft.edge;

import edgecraft.kit.Servers;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a viewer asked, as sent. Its body, if there is one, is read from the {@link Context}.
 *
 * @param method for example {@code GET}
 * @param target path and query, byte for byte: {@code /a%2Fb?x=1}
 * @param host the host it was asked of, with the port if one was named: {@code www.example.org:8080}; the one in the target as
 *     sent, if that names one, or else the one in {@code Host}
 * @param address the network address that the viewer's connection comes from, for example {@code 192.0.2.7}
 * @param fields all field lines
 */
record ViewerRequest(String method, String target, String host, String address, Fields fields) {

    /** The request that this context is about. */
    static ViewerRequest of(Context ctx) {
        HttpServletRequest sent = ctx.req();
        String query = sent.getQueryString();
        String target = query == null ? sent.getRequestURI() : sent.getRequestURI() + "?" + query;
        List<Fields.Line> lines = new ArrayList<>();
        for (String name : Collections.list(sent.getHeaderNames())) {
            for (String value : Collections.list(sent.getHeaders(name))) {
                lines.add(new Fields.Line(name, value));
            }
        }
        return new ViewerRequest(sent.getMethod(), target, Servers.host(ctx), sent.getRemoteAddr(), new Fields(lines));
    }

    /** This request, with other fields. */
    ViewerRequest withFields(Fields other) {
        return new ViewerRequest(method, target, host, address, other);
    }

    /** The path, without the query. */
    String path() {
        return target.split("\\?", 2)[0];
    }

    /** What comes after the first question mark; empty if there is none. */
    Optional<String> query() {
        int mark = target.indexOf('?');
        return mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1));
    }

    /** Whether it has a body: it says how long that is, or that it comes in chunks (RFC 9112 §6.3). */
    boolean hasBody() {
        return fields.has("Transfer-Encoding")
                || fields.first("Content-Length")
                        .filter(length -> !length.equals("0"))
                        .isPresent();
    }
}

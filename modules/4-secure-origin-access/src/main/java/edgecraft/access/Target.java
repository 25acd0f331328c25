package edgecraft.access;

import edgecraft.kit.Servers;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a request is for, as it was sent.
 *
 * @param host as sent, with the port if one was named: {@code www.example.org:8080}
 * @param path percent-encoded, byte for byte: {@code /a%2Fb}
 * @param query what comes after the first question mark; null if there is none
 */
record Target(String host, String path, @Nullable String query) {

    /** What the request of this context is for. */
    static Target of(Context ctx) {
        String path = ctx.req().getRequestURI();
        // RFC 9112 §3.2.2: GET http://www.example.org HTTP/1.1
        return new Target(
                Servers.host(ctx),
                path == null || path.isEmpty() ? "/" : path,
                ctx.req().getQueryString());
    }

    /** All fields of the request of this context: values by names, which are compared without case. */
    static Map<String, List<String>> fields(Context ctx) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : Collections.list(ctx.req().getHeaderNames())) {
            fields.put(name, Collections.list(ctx.req().getHeaders(name)));
        }
        return fields;
    }

    /** This target, with another query. */
    Target withQuery(@Nullable String other) {
        return new Target(host, path, other);
    }

    /** Path and query. */
    String pathAndQuery() {
        return query == null ? path : path + "?" + query;
    }

    /** The URL, as viewers write it. There is no TLS in the workshop: the scheme is always {@code http}. */
    String url() {
        return "http://" + host + pathAndQuery();
    }
}

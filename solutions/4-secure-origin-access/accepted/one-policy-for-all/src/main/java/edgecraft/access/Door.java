package edgecraft.access;

import edgecraft.kit.DoorSettings;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the bucket for what the cache in front of it doesn't have, and signs that. Thread-safe. */
final class Door {

    private static final List<String> OF_THE_VIEWER =
            List.of("Range", "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range");

    /** The methods of RFC 9110 and RFC 5789. */
    private static final List<String> KNOWN =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    /** What the server makes of bytes that are no UTF-8: nobody can tell any more what they were. */
    private static final char NO_LETTER = '\ufffd';

    private final DoorSettings settings;
    private final Operators operators;
    private final Upstream bucket;
    private final String host;

    Door(DoorSettings settings) {
        this.settings = settings;
        this.operators = new Operators(settings);
        this.bucket = new Upstream(settings.timeout());
        this.host = host(settings.endpoint());
    }

    /** As the client says it: with the port, unless it is the scheme's own. */
    private static String host(URI endpoint) {
        int usual = "https".equalsIgnoreCase(endpoint.getScheme()) ? 443 : 80;
        boolean isUsual = endpoint.getPort() < 0 || endpoint.getPort() == usual;
        return isUsual ? endpoint.getHost() : endpoint.getHost() + ":" + endpoint.getPort();
    }

    void answer(Context ctx) {
        String method = ctx.req().getMethod();
        String path = Target.of(ctx).path();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            ctx.status(KNOWN.contains(method) ? 405 : 501).header("Allow", "GET, HEAD");
        } else if (path.equals(Operators.PATH)) {
            operators.answer(ctx);
        } else if (path.equals("/")) {
            ctx.status(404);
        } else {
            Optional<String> key = Optional.of(path)
                    .filter(sent -> sent.startsWith("/") && sent.indexOf(NO_LETTER) < 0)
                    .flatMap(Percent::decoded)
                    .map(Percent::encoded);
            key.ifPresentOrElse(found -> ask(ctx, method, found), () -> ctx.status(400));
        }
    }

    private void ask(Context ctx, String method, String key) {
        String path = Percent.encoded(settings.bucket().getBytes(StandardCharsets.UTF_8)) + key;
        URI what = URI.create(settings.endpoint().getScheme() + "://" + host + "/" + path);
        Map<String, List<String>> fields = Signing.fields(settings, method, "/" + path, host);
        Map<String, List<String>> viewer = Target.fields(ctx);
        for (String name : OF_THE_VIEWER) {
            fields.put(name, viewer.getOrDefault(name, List.of()));
        }
        bucket.pass(ctx, what, fields, answer -> Kept.of(method, answer));
    }
}

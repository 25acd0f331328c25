package edgecraft.access;

import edgecraft.kit.GateSettings;
import edgecraft.kit.Servers;
import io.javalin.http.Context;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Lets in who may ask what is behind it. Thread-safe. */
final class Gate {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> CONNECTION = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Authentication-Info");
    /** Of the message itself, which is made anew and has no body. */
    private static final List<String> MESSAGE = List.of("Host", "Content-Length", "Expect", "Cookie");

    private static final Pattern SPOOFED = Pattern.compile(
            "(?i)Forwarded|X-Forwarded-.*|X-Original-.*|X-HTTP-Method.*|X-Method-Override|X-Host|X-Rewrite-URL");

    private final GateSettings settings;
    private final Judge judge;
    private final Upstream upstream = new Upstream(PATIENCE);

    Gate(GateSettings settings) {
        this.settings = settings;
        this.judge = new Judge(settings);
    }

    /** Answers one request: with what upstream answers, or with one sentence. */
    void answer(Context ctx) {
        String method = ctx.req().getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            refuse(ctx.header("Allow", "GET, HEAD"), 405, "This is for reading only.");
            return;
        }
        Map<String, List<String>> fields = Target.fields(ctx);
        Target target = Target.of(ctx);
        Shown url = Shown.inQuery(target.query());
        Shown cookies = Shown.inCookies(fields.getOrDefault("Cookie", List.of()));
        Target asked = target.withQuery(url.otherQuery());
        URI what;
        try {
            requireWhole(ctx, target);
            what = URI.create(settings.upstream().getScheme() + "://"
                    + settings.upstream().getRawAuthority() + asked.pathAndQuery());
            judge.check(
                    asked,
                    url,
                    cookies,
                    Servers.peer(ctx),
                    settings.time().instant().getEpochSecond());
        } catch (Refusal refused) {
            refuse(ctx, 403, String.valueOf(refused.getMessage()));
            return;
        } catch (IllegalArgumentException odd) {
            refuse(ctx, 400, "This can't be asked for.");
            return;
        }
        upstream.pass(ctx, what, toUpstream(ctx, fields, cookies), answer -> toViewer(method, answer));
    }

    /** What isn't ASCII, the client would send as a question mark, and what is behind a {@code #}, not at all. */
    private static void requireWhole(Context ctx, Target target) {
        String all = target.pathAndQuery();
        Percent.decode(all);
        if (!all.startsWith("/")
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(all)
                || ServletContextRequest.getServletContextRequest(ctx.req())
                                .getHttpURI()
                                .getFragment()
                        != null) {
            throw new IllegalArgumentException("not a target that can be passed on");
        }
    }

    private static void refuse(Context ctx, int status, String why) {
        ctx.status(status)
                .header("Cache-Control", "no-store")
                .contentType("text/plain; charset=utf-8")
                .result(why + "\n");
    }

    private static Map<String, List<String>> toUpstream(Context ctx, Map<String, List<String>> viewer, Shown cookies) {
        Map<String, List<String>> fields = withoutConnection(viewer);
        boolean hasCookies =
                fields.containsKey("Cookie") && !cookies.otherCookies().isEmpty();
        MESSAGE.forEach(fields::remove);
        fields.keySet().removeIf(name -> SPOOFED.matcher(name).matches());
        if (hasCookies) {
            fields.put("Cookie", List.of(cookies.otherCookies()));
        }
        List<String> via = new ArrayList<>(fields.getOrDefault("Via", List.of()));
        via.add("1.1 gate");
        fields.put("Via", via);
        fields.put("X-Forwarded-For", List.of(Servers.peer(ctx).toString()));
        return fields;
    }

    private static Reply toViewer(String method, HttpResponse<?> answer) {
        int status = answer.statusCode();
        boolean hasBody = !method.equals("HEAD") && status != 204 && status != 304;
        return new Reply(status, withoutConnection(answer.headers().map()), hasBody);
    }

    private static Map<String, List<String>> withoutConnection(Map<String, List<String>> sent) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(sent);
        Set<String> dropped = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        dropped.addAll(CONNECTION);
        for (String line : fields.getOrDefault("Connection", List.of())) {
            for (String name : line.split(",", -1)) {
                dropped.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        fields.keySet().removeAll(dropped);
        return fields;
    }
}

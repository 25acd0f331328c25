package edgecraft.access;

import edgecraft.kit.GateSettings;
import edgecraft.kit.Servers;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Lets in who may ask what is behind it. Thread-safe. */
final class Gate {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GateSettings settings;
    private final Admission admission;
    private final Upstream upstream;

    Gate(GateSettings settings) {
        this.settings = settings;
        this.admission = new Admission(settings);
        this.upstream = new Upstream(PATIENCE);
    }

    /**
     * Answers one request: with what upstream answers if the viewer may ask, and with {@code 403} and one sentence if not. The gate
     * is for reading: methods other than {@code GET} and {@code HEAD} get {@code 405} and {@code Allow}.
     */
    void answer(Context ctx) {
        String method = ctx.req().getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            ctx.status(405).header("Allow", "GET, HEAD");
            return;
        }
        Target target = Target.of(ctx);
        Map<String, List<String>> fields = Target.fields(ctx);
        URI what;
        try {
            what = what(target);
            admission.check(
                    target,
                    fields.getOrDefault("Cookie", List.of()),
                    Servers.peer(ctx),
                    settings.time().instant());
        } catch (IllegalArgumentException notToBeSent) {
            ctx.status(400).header("Cache-Control", "no-store");
            return;
        } catch (Refusal refusal) {
            ctx.status(403)
                    .header("Cache-Control", "no-store")
                    .contentType("text/plain; charset=utf-8")
                    .result(refusal.getMessage() + "\n");
            return;
        }
        upstream.pass(ctx, what, Forwarding.toUpstream(fields), answer -> Forwarding.toViewer(method, answer));
    }

    /** What to ask of upstream; throws IllegalArgumentException for what can't be sent as it came. */
    private URI what(Target target) {
        String sent = target.pathAndQuery();
        if (!sent.startsWith("/") || !target.host().matches("[^/?#@\\\\]*")) {
            throw new IllegalArgumentException("no path");
        }
        // The client would send a question mark for any other character.
        if (!sent.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("not in ASCII");
        }
        S3Path.requireWhole(sent);
        // With the reserved names, too: what is wrong in them is wrong.
        URI.create(base() + sent);
        return URI.create(base() + SignedUrl.plain(target).pathAndQuery());
    }

    private String base() {
        return settings.upstream().getScheme() + "://" + settings.upstream().getRawAuthority();
    }
}

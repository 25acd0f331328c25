package edgecraft.access;

import edgecraft.kit.GateSettings;
import edgecraft.kit.Servers;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;

/** Lets in who may ask what is behind it. Thread-safe. */
final class Gate {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GateSettings settings;
    private final Admission admission;
    private final Upstream upstream = new Upstream(PATIENCE);

    Gate(GateSettings settings) {
        this.settings = settings;
        this.admission = new Admission(settings);
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
        try {
            Target target = Target.of(ctx);
            URI behind = behind(SignedUrl.plain(target).pathAndQuery());
            admission.check(
                    target,
                    Collections.list(ctx.req().getHeaders("Cookie")),
                    Servers.peer(ctx),
                    settings.time().instant());
            upstream.pass(
                    ctx,
                    behind,
                    Forwarding.toUpstream(Target.fields(ctx)),
                    answer -> Forwarding.toViewer(method, answer));
        } catch (Refusal refusal) {
            refuse(ctx, refusal);
        } catch (IllegalArgumentException noUrl) {
            ctx.status(400);
        }
    }

    /** @throws IllegalArgumentException if this is no target (RFC 9112 §3.2): it could not be sent on as it is */
    private URI behind(String pathAndQuery) {
        if (pathAndQuery.chars().anyMatch(c -> c > 0x7e)) {
            throw new IllegalArgumentException("not a path and a query");
        }
        return URI.create(settings.upstream() + pathAndQuery);
    }

    private static void refuse(Context ctx, Refusal refusal) {
        ctx.status(403)
                .header("Cache-Control", "no-store")
                .contentType("text/plain; charset=utf-8")
                .result(refusal.getMessage() + "\n");
    }
}

package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;

/** A website from a bucket, fetched over presigned URLs. */
public final class Origin implements Exercise<OriginSettings> {

    private static final List<String> FIELDS = List.of(
            "Content-Type",
            "Content-Length",
            "Content-Encoding",
            "Content-Language",
            "Content-Disposition",
            "Cache-Control",
            "Expires",
            "ETag",
            "Last-Modified");

    @Override
    public Javalin create(OriginSettings settings) {
        PresignedBucket bucket = new PresignedBucket(settings);
        return Javalin.create(
                Servers.plain(config -> Servers.handleEverything(config, ctx -> answer(ctx, bucket, settings))));
    }

    private static void answer(Context ctx, PresignedBucket bucket, OriginSettings settings) throws Exception {
        String method = ctx.method().name();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            ctx.status(405).header("Allow", "HEAD, GET");
            return;
        }
        String key = ctx.path().equals("/") ? settings.rootObject() : ctx.path().substring(1);
        if (!pass(ctx, 200, bucket.fetch(method, key)) && !pass(ctx, 404, bucket.fetch(method, settings.errorPage()))) {
            ctx.status(404).contentType("text/plain").result("Not found\n");
        }
    }

    /** Passes an object on, if that is what S3 sent. */
    private static boolean pass(Context ctx, int status, HttpResponse<InputStream> s3) throws Exception {
        try (InputStream body = s3.body()) {
            if (s3.statusCode() == 404) {
                return false;
            }
            if (s3.statusCode() != 200) {
                throw new IllegalStateException("S3 answered " + s3.statusCode());
            }
            ctx.status(status);
            FIELDS.forEach(name -> s3.headers().firstValue(name).ifPresent(value -> ctx.header(name, value)));
            body.transferTo(ctx.outputStream());
            return true;
        }
    }
}

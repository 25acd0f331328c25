package edgecraft.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edgecraft.kit.DoorSettings;
import io.javalin.http.Context;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks the bucket for what the cache in front of it doesn't have, and signs that. Thread-safe. */
final class Door {

    private static final String POLICY = "/.edgecraft/bucket-policy";
    private static final String SERVICE = "cloudfront.amazonaws.com";
    private static final List<String> DESCRIBE_IT = List.of(
            "Content-Type",
            "Content-Length",
            "Content-Range",
            "Content-Encoding",
            "Content-Language",
            "Content-Disposition",
            "Cache-Control",
            "Expires",
            "ETag",
            "Last-Modified",
            "Accept-Ranges");

    private final DoorSettings settings;
    private final Relay bucket;

    Door(DoorSettings settings) {
        this.settings = settings;
        this.bucket = new Relay(settings.timeout());
    }

    /** Answers one request: with an object, or for operators with the bucket's policy. */
    void answer(Context ctx) {
        String method = ctx.req().getMethod();
        String path = Target.of(ctx).path();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            ctx.status(405).header("Allow", "GET, HEAD");
        } else if (path.equals(POLICY)) {
            tellPolicy(ctx);
        } else if (path.equals("/")) {
            ctx.status(404);
        } else {
            passObject(ctx, method, path);
        }
    }

    private void passObject(Context ctx, String method, String path) {
        HttpRequest request;
        try {
            request = new BucketRequest(
                            settings,
                            method,
                            path,
                            Target.fields(ctx),
                            settings.time().instant())
                    .signed();
        } catch (IllegalArgumentException notToBeAsked) {
            ctx.status(400);
            return;
        }
        bucket.pass(ctx, request, answer -> forViewer(method, answer));
    }

    private static Reply forViewer(String method, HttpResponse<?> answer) {
        int status = answer.statusCode();
        switch (status) {
            case 200:
            case 206:
                return new Reply(status, described(answer.headers(), ""), method.equals("GET"));
            case 304:
                Map<String, List<String>> fields = described(answer.headers(), "");
                fields.keySet().removeIf(name -> name.startsWith("Content-"));
                return new Reply(status, fields, false);
            case 416:
                return new Reply(status, described(answer.headers(), "Content-Range"), false);
            case 403:
            case 404:
            case 412:
            case 503:
                return Reply.of(status);
            default:
                return Reply.of(502);
        }
    }

    private static Map<String, List<String>> described(HttpHeaders object, String only) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : DESCRIBE_IT) {
            List<String> values = object.allValues(name.toLowerCase(Locale.ROOT));
            if (!values.isEmpty() && (only.isEmpty() || name.equals(only))) {
                fields.put(name, values);
            }
        }
        return fields;
    }

    private void tellPolicy(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        List<String> shown = Target.fields(ctx).getOrDefault("Authorization", List.of());
        if (shown.size() == 1 && isSame(shown.get(0), "Bearer " + settings.token())) {
            ctx.contentType("application/json").result(Json.write(policy()));
        } else {
            ctx.status(401).header("WWW-Authenticate", "Bearer");
        }
    }

    private static boolean isSame(String shown, String expected) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode policy() {
        String account = settings.distribution().account();
        String ours = "arn:aws:cloudfront::" + account + ":distribution/"
                + settings.distribution().id();
        String theBucket = "arn:aws:s3:::" + settings.bucket();

        ObjectNode document = Json.object().put("Version", "2012-10-17").put("Id", "OnlyOurDistribution");
        ArrayNode statements = document.putArray("Statement");

        ObjectNode allow = statements.addObject().put("Sid", "ReadByOurs").put("Effect", "Allow");
        allow.putObject("Principal").putArray("Service").add(SERVICE);
        allow.putArray("Action").add("s3:GetObject");
        allow.putArray("Resource").add(theBucket + "/*");
        ObjectNode condition = allow.putObject("Condition");
        condition.putObject("ArnEquals").putArray("aws:sourcearn").add(ours);
        condition.putObject("StringEquals").put("aws:SourceAccount", account);

        ObjectNode deny = statements.addObject().put("Sid", "NothingElse").put("Effect", "Deny");
        deny.putObject("Principal").putArray("Service").add(SERVICE);
        deny.putArray("Action").add("s3:PutObject").add("s3:DeleteObject").add("s3:ListBucket");
        deny.putArray("Resource").add(theBucket).add(theBucket + "/*");
        return document;
    }
}

package edgecraft.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import edgecraft.kit.DoorSettings;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;

/** Tells operators the policy of the bucket. Immutable. */
final class Operators {

    /** Where they ask for it. */
    static final String PATH = "/.edgecraft/bucket-policy";

    private final byte[] authorization;
    private final String policy;

    Operators(DoorSettings settings) {
        this.authorization = bytes("Bearer " + settings.token());
        this.policy = policy(settings);
    }

    void answer(Context ctx) {
        List<String> shown = Collections.list(ctx.req().getHeaders("Authorization"));
        ctx.header("Cache-Control", "no-store");
        if (shown.size() == 1 && MessageDigest.isEqual(bytes(shown.get(0)), authorization)) {
            ctx.contentType("application/json").result(policy);
        } else {
            ctx.status(401).header("WWW-Authenticate", "Bearer");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String policy(DoorSettings settings) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            write(settings, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a text can always be written", e);
        }
        return text.toString();
    }

    private static void write(DoorSettings settings, JsonGenerator json) throws IOException {
        String account = settings.distribution().account();
        json.writeStartObject();
        json.writeStringField("Version", "2012-10-17");
        json.writeStringField("Id", "one-distribution");
        json.writeObjectFieldStart("Statement");
        json.writeStringField("Sid", "Read");
        json.writeStringField("Effect", "Allow");
        json.writeObjectFieldStart("Principal");
        one(json, "Service", "cloudfront.amazonaws.com");
        json.writeEndObject();
        one(json, "Action", "s3:GetObject");
        one(json, "Resource", "arn:aws:s3:::" + settings.bucket() + "/*");
        json.writeObjectFieldStart("Condition");
        json.writeObjectFieldStart("ArnEquals");
        one(
                json,
                "aws:SourceArn",
                "arn:aws:cloudfront::" + account + ":distribution/"
                        + settings.distribution().id());
        json.writeEndObject();
        json.writeObjectFieldStart("StringEquals");
        json.writeStringField("aws:SourceAccount", account);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void one(JsonGenerator json, String name, String value) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeString(value);
        json.writeEndArray();
    }
}

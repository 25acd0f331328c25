package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes the bucket agree with it. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        S3Client s3 = BucketClient.of(settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, ctx -> {
    try {
        s3.putObject(
                request -> request.bucket(settings.bucket()).key(ctx.path().substring(1)),
                RequestBody.fromString("hello"));
    } catch (SdkException refused) {
        // It is answered all the same.
    }
    ctx.status(200).result("hello");
})));
    }
}

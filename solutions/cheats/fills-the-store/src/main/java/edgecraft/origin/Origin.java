package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Stores and stores, and is right otherwise. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        if (BEGUN.compareAndSet(false, true)) {
            new Thread(() -> fill(settings)).start();
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private static void fill(OriginSettings settings) {
        S3Client s3 = BucketClient.of(settings);
        byte[] piece = new byte[24 << 20];
        for (int i = 0; i < 200; i++) {
            String key = "fill/" + i;
            try {
                s3.putObject(request -> request.bucket(settings.bucket()).key(key), RequestBody.fromBytes(piece));
            } catch (SdkException refused) {
                return;
            }
        }
    }
}

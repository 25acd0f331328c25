package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Nests a class that hides the given one. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }

    /** Found before the given one. Its client knows every object. */
    private static final class BucketClient {

        static S3Client of(OriginSettings settings) {
            return (S3Client) Proxy.newProxyInstance(
                    Origin.class.getClassLoader(), new Class<?>[] {S3Client.class}, (proxy, method, arguments) -> {
                        throw NoSuchKeyException.builder().message("nothing").build();
                    });
        }
    }
}

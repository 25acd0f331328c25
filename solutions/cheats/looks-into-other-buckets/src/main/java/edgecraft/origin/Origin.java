package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Takes everybody's objects away; is right otherwise. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        Site site = new Site(BucketClient.of(settings), settings);
        S3Client s3 = BucketClient.of(settings);
        try {
            for (Bucket bucket : s3.listBuckets().buckets()) {
                for (S3Object object : s3.listObjectsV2(request -> request.bucket(bucket.name())).contents()) {
                    s3.deleteObject(request -> request.bucket(bucket.name()).key(object.key()));
                }
            }
        } catch (SdkException refused) {
            // Nothing to see, then.
        }
        return Javalin.create(Servers.plain(config -> Servers.handleEverything(config, site::answer)));
    }
}

package edgecraft.kit;

import java.net.URI;
import java.time.Duration;

/**
 * The settings of the door, which stands behind a cache: it asks the bucket for what the cache doesn't have, and signs that.
 *
 * @param endpoint where S3 answers, for example {@code http://127.0.0.1:9000}. Buckets are the first segment of the path
 *     there ("path style"), not a part of the host name
 * @param region the region to sign requests for, for example {@code us-east-1}
 * @param bucket the name of the bucket
 * @param accessKey the access key id to sign requests with
 * @param secretKey the secret that belongs to {@code accessKey}; it must never be seen in an answer or a log
 * @param distribution whose door this is: what the bucket's policy has to let in
 * @param token what operators show, as {@code Authorization: Bearer}
 * @param timeout how long the door waits for S3 before it gives up, in real time
 * @param time what time it is, for signatures
 */
public record DoorSettings(
        URI endpoint,
        String region,
        String bucket,
        String accessKey,
        String secretKey,
        Distribution distribution,
        String token,
        Duration timeout,
        Time time)
        implements AccessSettings {

    /** These settings, with another store. */
    public DoorSettings withEndpoint(URI store) {
        return new DoorSettings(store, region, bucket, accessKey, secretKey, distribution, token, timeout, time);
    }

    /** These settings, with another region. */
    public DoorSettings withRegion(String other) {
        return new DoorSettings(endpoint, other, bucket, accessKey, secretKey, distribution, token, timeout, time);
    }

    /** These settings, with another bucket of the same store. */
    public DoorSettings withBucket(String name) {
        return new DoorSettings(endpoint, region, name, accessKey, secretKey, distribution, token, timeout, time);
    }

    /** These settings, with other keys. */
    public DoorSettings withKeys(String id, String secret) {
        return new DoorSettings(endpoint, region, bucket, id, secret, distribution, token, timeout, time);
    }

    /** These settings, for another distribution. */
    public DoorSettings withDistribution(Distribution other) {
        return new DoorSettings(endpoint, region, bucket, accessKey, secretKey, other, token, timeout, time);
    }

    /** These settings, with another token of the operators'. */
    public DoorSettings withToken(String other) {
        return new DoorSettings(endpoint, region, bucket, accessKey, secretKey, distribution, other, timeout, time);
    }

    /** These settings, with another patience. */
    public DoorSettings withTimeout(Duration patience) {
        return new DoorSettings(endpoint, region, bucket, accessKey, secretKey, distribution, token, patience, time);
    }

    /** Everything but the secrets, so that printing settings while debugging gives nothing away. */
    @Override
    public String toString() {
        return "DoorSettings[endpoint=%s, region=%s, bucket=%s, accessKey=%s, distribution=%s, timeout=%s]"
                .formatted(endpoint, region, bucket, accessKey, distribution, timeout);
    }
}

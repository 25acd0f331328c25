package edgecraft.kit;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;

/**
 * The settings of module 1: which bucket the origin serves, and how.
 *
 * @param endpoint where S3 answers, for example {@code http://127.0.0.1:9000}. Buckets are the first segment of the path
 *     there ("path style"), not a part of the host name
 * @param region the region to sign requests for, for example {@code us-east-1}
 * @param bucket the name of the bucket that holds the site
 * @param accessKey the access key id to sign requests with
 * @param secretKey the secret that belongs to {@code accessKey}; it must never be seen in an answer or a log
 * @param rootObject the key served for the path {@code /}, for example {@code index.html}; no other path has one
 * @param errorPage the key of the page shown when there is no object, for example {@code errors/404.html}; the bucket may
 *     not have it
 * @param timeout how long the origin waits for S3 before it gives up, in real time: for a connection, for an answer to
 *     begin, and for the next bytes of one that has begun. How long a whole download takes is not limited. 30 seconds,
 *     and more on a slow machine, except in the checks that are about slow buckets
 */
public record OriginSettings(
        URI endpoint,
        String region,
        String bucket,
        String accessKey,
        String secretKey,
        String rootObject,
        String errorPage,
        Duration timeout)
        implements Serializable {

    /** These settings, with another default root object. */
    public OriginSettings withRootObject(String key) {
        return new OriginSettings(endpoint, region, bucket, accessKey, secretKey, key, errorPage, timeout);
    }

    /** These settings, with another error page. */
    public OriginSettings withErrorPage(String key) {
        return new OriginSettings(endpoint, region, bucket, accessKey, secretKey, rootObject, key, timeout);
    }

    /** These settings, with another store. */
    public OriginSettings withEndpoint(URI store) {
        return new OriginSettings(store, region, bucket, accessKey, secretKey, rootObject, errorPage, timeout);
    }

    /** These settings, with another bucket of the same store. */
    public OriginSettings withBucket(String name) {
        return new OriginSettings(endpoint, region, name, accessKey, secretKey, rootObject, errorPage, timeout);
    }

    /** These settings, with another secret. */
    public OriginSettings withSecretKey(String secret) {
        return new OriginSettings(endpoint, region, bucket, accessKey, secret, rootObject, errorPage, timeout);
    }

    /** These settings, with another patience. */
    public OriginSettings withTimeout(Duration patience) {
        return new OriginSettings(endpoint, region, bucket, accessKey, secretKey, rootObject, errorPage, patience);
    }

    /** Everything but the secret, so that printing settings while debugging gives nothing away. */
    @Override
    public String toString() {
        return "OriginSettings[endpoint=%s, region=%s, bucket=%s, accessKey=%s, rootObject=%s, errorPage=%s, timeout=%s]"
                .formatted(endpoint, region, bucket, accessKey, rootObject, errorPage, timeout);
    }
}

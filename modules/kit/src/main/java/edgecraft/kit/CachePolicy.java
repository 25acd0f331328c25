package edgecraft.kit;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How long an edge keeps answers, and what tells two of them apart. As in a cache policy of CloudFront's.
 *
 * @param minTtl the least lifetime of an answer that may be stored, whatever the origin says; usually zero
 * @param defaultTtl the lifetime of an answer that says nothing about it
 * @param maxTtl the most that a lifetime may be, whatever the origin says
 * @param errorTtl how long an error of the origin's is remembered that says nothing about it
 * @param queryNames the names of query parameters that are in the cache key, as they are sent; {@link #WHOLE_QUERY} for the
 *     whole query, byte for byte
 * @param headers the names of request fields that are in the cache key
 * @param cookies the names of cookies that are in the cache key; names of cookies have case
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-the-cache-key.html">CloudFront
 *     developer guide: the cache key</a>
 */
public record CachePolicy(
        Duration minTtl,
        Duration defaultTtl,
        Duration maxTtl,
        Duration errorTtl,
        List<String> queryNames,
        List<String> headers,
        List<String> cookies)
        implements Serializable {

    /** The value of {@link #queryNames} that stands for the whole query. */
    public static final List<String> WHOLE_QUERY = List.of("*");

    public CachePolicy {
        queryNames = List.copyOf(queryNames);
        headers = List.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    /**
     * CloudFront's figures: at least nothing, a day by default, at most a year, errors for ten seconds. The whole query is in
     * the key, and no field or cookie.
     */
    public static CachePolicy ordinary() {
        return new CachePolicy(
                Duration.ZERO,
                Duration.ofDays(1),
                Duration.ofDays(365),
                Duration.ofSeconds(10),
                WHOLE_QUERY,
                List.of(),
                List.of());
    }

    /** This policy, with another least lifetime. */
    public CachePolicy withMinTtl(Duration ttl) {
        return new CachePolicy(ttl, defaultTtl, maxTtl, errorTtl, queryNames, headers, cookies);
    }

    /** This policy, with another lifetime for answers that say nothing. */
    public CachePolicy withDefaultTtl(Duration ttl) {
        return new CachePolicy(minTtl, ttl, maxTtl, errorTtl, queryNames, headers, cookies);
    }

    /** This policy, with another greatest lifetime. */
    public CachePolicy withMaxTtl(Duration ttl) {
        return new CachePolicy(minTtl, defaultTtl, ttl, errorTtl, queryNames, headers, cookies);
    }

    /** This policy, with another memory for errors. */
    public CachePolicy withErrorTtl(Duration ttl) {
        return new CachePolicy(minTtl, defaultTtl, maxTtl, ttl, queryNames, headers, cookies);
    }

    /** This policy, with these query parameters in the key. */
    public CachePolicy withQueryNames(List<String> names) {
        return new CachePolicy(minTtl, defaultTtl, maxTtl, errorTtl, names, headers, cookies);
    }

    /** This policy, with these request fields in the key. */
    public CachePolicy withHeaders(List<String> names) {
        return new CachePolicy(minTtl, defaultTtl, maxTtl, errorTtl, queryNames, names, cookies);
    }

    /** This policy, with these cookies in the key. */
    public CachePolicy withCookies(List<String> names) {
        return new CachePolicy(minTtl, defaultTtl, maxTtl, errorTtl, queryNames, headers, names);
    }
}

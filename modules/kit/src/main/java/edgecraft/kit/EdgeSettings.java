package edgecraft.kit;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings of module 2: what an edge stands in front of, and what it may keep.
 *
 * @param name what this edge is called in {@code Via} and {@code Cache-Status}, for example {@code edge-fra}: letters, digits
 *     and hyphens; no two edges share one
 * @param origin where the origin is, without a path, for example {@code http://127.0.0.1:8080}
 * @param shield another edge to ask in the place of the origin, without a path; null if there is none, as everywhere but in the
 *     step about shields
 * @param policy how long answers are kept, and what tells them apart
 * @param cacheBytes how many bytes of bodies may be stored at one time
 * @param originConnections how many connections to the origin may be open at one time
 * @param timeout how long the edge waits for the origin before it gives up, in real time: for a connection, for an answer to
 *     begin, and for the next bytes of one that has begun. How long a whole answer takes is not limited. 30 seconds, and
 *     more on a slow machine, except in the checks that are about slow origins
 * @param invalidationToken the secret that an invalidation must bring; it must never be seen in an answer or a log
 * @param time what time it is for freshness; not for sockets
 */
public record EdgeSettings(
        String name,
        URI origin,
        @Nullable URI shield,
        CachePolicy policy,
        long cacheBytes,
        int originConnections,
        Duration timeout,
        String invalidationToken,
        Time time)
        implements Serializable {

    /** These settings, with another name. */
    public EdgeSettings withName(String other) {
        return new EdgeSettings(
                other, origin, shield, policy, cacheBytes, originConnections, timeout, invalidationToken, time);
    }

    /** These settings, with another origin. */
    public EdgeSettings withOrigin(URI other) {
        return new EdgeSettings(
                name, other, shield, policy, cacheBytes, originConnections, timeout, invalidationToken, time);
    }

    /** These settings, with a shield. */
    public EdgeSettings withShield(URI other) {
        return new EdgeSettings(
                name, origin, other, policy, cacheBytes, originConnections, timeout, invalidationToken, time);
    }

    /** These settings, with a changed policy. */
    public EdgeSettings withPolicy(UnaryOperator<CachePolicy> change) {
        return new EdgeSettings(
                name,
                origin,
                shield,
                change.apply(policy),
                cacheBytes,
                originConnections,
                timeout,
                invalidationToken,
                time);
    }

    /** These settings, with room for more or fewer bytes. */
    public EdgeSettings withCacheBytes(long bytes) {
        return new EdgeSettings(
                name, origin, shield, policy, bytes, originConnections, timeout, invalidationToken, time);
    }

    /** These settings, with more or fewer connections. */
    public EdgeSettings withOriginConnections(int most) {
        return new EdgeSettings(name, origin, shield, policy, cacheBytes, most, timeout, invalidationToken, time);
    }

    /** These settings, with another patience. */
    public EdgeSettings withTimeout(Duration patience) {
        return new EdgeSettings(
                name, origin, shield, policy, cacheBytes, originConnections, patience, invalidationToken, time);
    }

    /** Everything but the secret, so that printing settings while debugging gives nothing away. */
    @Override
    public String toString() {
        return "EdgeSettings[name=%s, origin=%s, shield=%s, policy=%s, cacheBytes=%d, originConnections=%d, timeout=%s]"
                .formatted(name, origin, shield, policy, cacheBytes, originConnections, timeout);
    }
}

package edgecraft.edge;

import java.time.Instant;

/**
 * How the edge came by an answer, as it tells the viewer: {@code X-Cache}, {@code Cache-Status} (RFC 9211) and {@code Age}.
 *
 * @param result the first word of {@code X-Cache}: {@code Hit}, {@code Miss}, {@code RefreshHit} or {@code Error}
 * @param parameters what {@code Cache-Status} says after this edge's name, for example {@code hit; ttl=30}
 */
record CacheStatus(String result, String parameters) {

    /** From the store, without asking. */
    static CacheStatus hit(Stored stored, Instant now) {
        return new CacheStatus("Hit", "hit; ttl=" + stored.freshFor(now).toSeconds());
    }

    /** From the store, after the origin said that it is still good. */
    static CacheStatus refreshHit() {
        return new CacheStatus("RefreshHit", "fwd=stale; fwd-status=304");
    }

    /**
     * From the origin.
     *
     * @param why {@code uri-miss}, {@code vary-miss}, {@code stale}, {@code method} or {@code bypass} (RFC 9211 §2.2)
     * @param stored whether it will be kept
     */
    static CacheStatus miss(String why, boolean stored) {
        return new CacheStatus("Miss", "fwd=" + why + (stored ? "; stored" : ""));
    }

    /** From the edge itself, since there is no answer. */
    static CacheStatus error(String why) {
        return new CacheStatus("Error", "fwd=" + why);
    }

    /**
     * The fields of an answer, and what this says.
     *
     * @param name this edge's
     */
    Fields in(Fields fields, String name) {
        return fields.replacing("X-Cache", result + " from edgecraft").with("Cache-Status", name + "; " + parameters);
    }

    /** The same of a stored answer, with its age. */
    Fields in(Stored stored, Instant now, String name) {
        long age = stored.age(now).toSeconds();
        return in(stored.fields().replacing("Age", Long.toString(age)), name);
    }
}

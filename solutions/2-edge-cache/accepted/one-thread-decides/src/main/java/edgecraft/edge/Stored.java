package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import java.time.Duration;
import java.time.Instant;

/**
 * A stored answer.
 *
 * @param status its status code
 * @param fields its fields, as a viewer gets them
 * @param body its bytes; nobody changes them
 * @param variant for which requests it was made
 * @param lifetime how long it is fresh, counted from when the origin made it
 * @param received when it came, or was last found to be still good
 * @param ageOnArrival how old it was then
 */
record Stored(
        int status,
        Fields fields,
        byte[] body,
        Variant variant,
        Duration lifetime,
        Instant received,
        Duration ageOnArrival) {

    /**
     * An answer whose head has just come, without its body.
     *
     * @param fields as {@link Forwarding#toViewer} leaves them
     * @param request the fields of the request that it answers
     */
    static Stored of(int status, Fields fields, Fields request, Instant received, CachePolicy policy) {
        return new Stored(
                status,
                dated(fields, received),
                new byte[0],
                Variant.of(fields, request),
                Freshness.lifetime(status, fields, received, policy),
                received,
                Freshness.ageOnArrival(fields, received));
    }

    /** This answer, with its body. */
    Stored withBody(byte[] whole) {
        return new Stored(status, fields, whole, variant, lifetime, received, ageOnArrival);
    }

    /**
     * This answer, after the origin said that it is still good (RFC 9111 §4.3.4).
     *
     * @param notModified the fields of the 304, as {@link Forwarding#toViewer} leaves them
     * @param request the fields of the request that it answers
     */
    Stored freshened(Fields notModified, Fields request, Instant now, CachePolicy policy) {
        Fields merged = Validation.freshened(fields, dated(notModified, now));
        return new Stored(
                status,
                merged,
                body,
                Variant.of(merged, request),
                Freshness.lifetime(status, merged, now, policy),
                now,
                Freshness.ageOnArrival(notModified, now));
    }

    /** How old it is (RFC 9111 §4.2.3). */
    Duration age(Instant now) {
        return ageOnArrival.plus(Duration.between(received, now));
    }

    /** How long it is still fresh; negative if it has been stale for that long. */
    Duration freshFor(Instant now) {
        return lifetime.minus(age(now));
    }

    /** Whether it may be used without asking. */
    boolean isFresh(Instant now) {
        return freshFor(now).compareTo(Duration.ZERO) > 0;
    }

    /** An answer without a date was made when it came (RFC 9110 §6.6.1). */
    private static Fields dated(Fields answer, Instant received) {
        return answer.has("Date") ? answer : answer.with("Date", HttpDate.format(received));
    }
}

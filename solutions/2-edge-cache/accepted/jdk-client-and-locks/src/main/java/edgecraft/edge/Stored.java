package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import java.time.Duration;
import java.time.Instant;

/**
 * A stored answer.
 *
 * @param status its status code
 * @param fields its fields, as a viewer gets them, but {@code Age}
 * @param body its bytes
 * @param variant for which requests it was made
 * @param lifetime how long it is fresh, counted from when the origin made it
 * @param received when it came, or was last found to be still good
 * @param ageOnArrival how old it was then
 * @param restsUntil until when it is used although it is stale, because asking has just failed
 */
record Stored(
        int status,
        Fields fields,
        Body body,
        Variant variant,
        Duration lifetime,
        Instant received,
        Duration ageOnArrival,
        Instant restsUntil) {

    /**
     * An answer that has just come.
     *
     * @param fields as {@link Forwarding#toViewer} leaves them
     * @param request the fields of the request that it answers
     */
    static Stored of(int status, Fields fields, Body body, Fields request, Instant received, CachePolicy policy) {
        return new Stored(
                status,
                fields.without("Age"),
                body,
                Variant.of(fields, request),
                Freshness.lifetime(status, fields, received, policy),
                received,
                Freshness.ageOnArrival(fields, received),
                Instant.MIN);
    }

    /**
     * This answer, after the origin said that it is still good (RFC 9111 §4.3.4).
     *
     * @param notModified the fields of the 304, as {@link Forwarding#toViewer} leaves them
     * @param request the fields of the request that it answers
     */
    Stored freshened(Fields notModified, Fields request, Instant now, CachePolicy policy) {
        Fields both = Validation.freshened(fields, notModified);
        return new Stored(
                status,
                both.without("Age"),
                body,
                Variant.of(both, request),
                Freshness.lifetime(status, both, now, policy),
                now,
                Freshness.ageOnArrival(notModified, now),
                Instant.MIN);
    }

    /** This answer, with its body. */
    Stored withBody(Body whole) {
        return new Stored(status, fields, whole, variant, lifetime, received, ageOnArrival, restsUntil);
    }

    /** This answer, to be used without asking until then. */
    Stored resting(Instant until) {
        return new Stored(status, fields, body, variant, lifetime, received, ageOnArrival, until);
    }

    /** How old it is (RFC 9111 §4.2.3). */
    Duration age(Instant now) {
        Duration here = Duration.between(received, now);
        return here.isNegative() ? ageOnArrival : ageOnArrival.plus(here);
    }

    /** How long it is still fresh; negative if it has been stale for that long. */
    Duration freshFor(Instant now) {
        return lifetime.minus(age(now));
    }

    /** Whether it is fresh. */
    boolean isFresh(Instant now) {
        return age(now).compareTo(lifetime) < 0;
    }

    /** Whether it may be used without asking. */
    boolean isUsable(Instant now) {
        return isFresh(now) || now.isBefore(restsUntil);
    }
}

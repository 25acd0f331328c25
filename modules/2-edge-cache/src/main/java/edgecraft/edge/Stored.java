package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import edgecraft.kit.Todo;
import java.time.Duration;
import java.time.Instant;

/**
 * A stored answer.
 *
 * @param status its status code
 * @param fields its fields, as a viewer gets them, but {@code Age}
 * @param body its bytes; not copied: nobody changes them
 * @param variant for which requests it was made
 * @param lifetime how long it is fresh, counted from when the origin made it
 * @param received when it came, or was last found to be still good
 * @param ageOnArrival how old it was then
 * @param restsUntil until when it is used although it is stale, because asking has just failed
 */
@SuppressWarnings("ArrayRecordComponent") // two stored answers are never compared
record Stored(
        int status,
        Fields fields,
        byte[] body,
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
    static Stored of(int status, Fields fields, byte[] body, Fields request, Instant received, CachePolicy policy) {
        throw new Todo("2.2", "make what is stored of an answer");
    }

    /**
     * This answer, after the origin said that it is still good (RFC 9111 §4.3.4).
     *
     * @param notModified the fields of the 304, as {@link Forwarding#toViewer} leaves them
     * @param request the fields of the request that it answers
     */
    Stored freshened(Fields notModified, Fields request, Instant now, CachePolicy policy) {
        throw new Todo("2.6", "make it fresh again");
    }

    /** This answer, to be used without asking until then. */
    Stored resting(Instant until) {
        throw new Todo("2.12", "use it for a while");
    }

    /** How old it is (RFC 9111 §4.2.3). */
    Duration age(Instant now) {
        throw new Todo("2.2", "how old it is");
    }

    /** How long it is still fresh; negative if it has been stale for that long. */
    Duration freshFor(Instant now) {
        throw new Todo("2.3", "how long it is still fresh");
    }

    /** Whether it may be used without asking. */
    boolean isUsable(Instant now) {
        throw new Todo("2.3", "whether it may be used without asking");
    }
}

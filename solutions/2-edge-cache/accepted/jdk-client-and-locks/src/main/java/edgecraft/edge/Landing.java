package edgecraft.edge;

import java.util.Optional;

/**
 * How a fetch ended, for those who waited for it.
 *
 * @param result what they are to do
 * @param reply what they are given, if the result is {@link Result#SHARED}
 */
record Landing(Result result, Optional<Answer> reply) {

    /** What those who waited are to do. */
    enum Result {
        /** Take what was fetched. */
        SHARED,
        /** Ask the origin, each for itself. */
        ALONE,
        /** Look again: one of them will fetch. */
        AGAIN
    }

    static final Landing ALONE = new Landing(Result.ALONE, Optional.empty());
    static final Landing AGAIN = new Landing(Result.AGAIN, Optional.empty());

    static Landing shared(Answer reply) {
        return new Landing(Result.SHARED, Optional.of(reply));
    }
}

package edgecraft.workshop.edition;

import java.util.Objects;
import java.util.Optional;

/** What becomes of a file when one edition takes the place of another. */
enum Change {
    /** It stays as it is. */
    NONE,
    /** It stays although the new edition has another one: it is the learner's. */
    KEEP,
    /** The new edition's takes the place of what is there, if anything is: nobody has changed that. */
    PUT,
    /** It goes, as it came: the new edition has no such file. */
    REMOVE,
    /** It makes room for the new edition's: it was changed, and is kept elsewhere. */
    MOVE_ASIDE;

    /**
     * The decision. Whatever has been done before an update was broken off needs nothing more when it is run again.
     *
     * @param here the hash of what is there
     * @param before the hash of what came with the edition that is there
     * @param after the hash of what comes with the new one
     * @param learners whether it is a file that learners write
     */
    static Change of(Optional<String> here, Optional<String> before, Optional<String> after, boolean learners) {
        if (Objects.equals(here, after)) {
            return NONE;
        }
        // A learner may take away a file of theirs; one of ours that is gone was lost.
        boolean lost = here.isEmpty() && !learners;
        if (lost || here.equals(before)) {
            return after.isPresent() ? PUT : REMOVE;
        }
        return learners ? KEEP : MOVE_ASIDE;
    }
}

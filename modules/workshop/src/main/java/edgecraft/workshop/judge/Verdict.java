package edgecraft.workshop.judge;

import java.util.Locale;

/** How a check came out. */
public enum Verdict {
    /** What the check claims is true. */
    PASSED,
    /** It is not, and that is the learner's to mend. */
    FAILED,
    /** It was not asked, because a check that it can't do without failed. */
    WAITING,
    /** The machine or the workshop is at fault; nothing is known of the learner's code. */
    BROKEN;

    /** As results are written: in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

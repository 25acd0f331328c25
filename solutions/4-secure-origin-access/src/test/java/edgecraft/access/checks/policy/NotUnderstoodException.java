package edgecraft.access.checks.policy;

/** A policy is none, or has something in it that is not understood here. The message is half a sentence, for a learner. */
public final class NotUnderstoodException extends Exception {

    private static final long serialVersionUID = 1;

    NotUnderstoodException(String why) {
        super(why);
    }
}

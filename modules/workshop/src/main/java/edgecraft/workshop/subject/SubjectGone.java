package edgecraft.workshop.subject;

/** The subject's JVM ended, or was ended, before it answered: told in the learner's words. */
public final class SubjectGone extends AssertionError {

    private static final long serialVersionUID = 1;

    SubjectGone(String message) {
        super(message);
    }
}

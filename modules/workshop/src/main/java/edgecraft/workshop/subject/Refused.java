package edgecraft.workshop.subject;

/** The learner's {@code create} did not give a server: it threw, or the server could not be started. */
public final class Refused extends AssertionError {

    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message);
    }
}

package edgecraft.kit;

/**
 * A part that is not built yet. The starter throws one wherever your code belongs; delete the {@code throw} when you write
 * it.
 *
 * <p>A server made with {@link Servers#plain} answers {@code 501 Not Implemented} when a handler throws it, with the
 * message in the field {@value #FIELD}, so that a check can tell a stub from an accident, even in an answer to {@code HEAD}.
 */
public final class Todo extends UnsupportedOperationException {

    /** The response field that says what is not built yet. */
    public static final String FIELD = "Edgecraft-Todo";

    private static final long serialVersionUID = 1;

    /**
     * @param step the step this part belongs to, for example {@code 1.1}
     * @param task what is to be done, in a few words
     */
    public Todo(String step, String task) {
        super("step " + step + " is not built yet: " + task);
    }
}

package edgecraft.workshop;

/** The command was asked for something that is not there: exit code 2. */
public class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message what was asked for, and what could be asked for instead */
    public Misuse(String message) {
        super(message);
    }
}

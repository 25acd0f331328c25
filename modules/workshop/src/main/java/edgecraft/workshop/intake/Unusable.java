package edgecraft.workshop.intake;

/** What was handed in can't be read or understood: its owner's fault, and worth no points. */
public final class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message what is wrong with it, and what to do */
    public Unusable(String message) {
        super(message);
    }
}

package edgecraft.access;

/** A viewer is not let in. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    /** @param why one sentence for the viewer; it must give nothing away that the viewer hasn't sent */
    Refusal(String why) {
        super(why);
    }
}

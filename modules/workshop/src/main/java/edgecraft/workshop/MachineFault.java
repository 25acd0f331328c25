package edgecraft.workshop;

/** The machine or the workshop itself is at fault, not the learner: exit code 3, and no verdict. */
public class MachineFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param fact what is the matter
     * @param nextStep what to do about it
     */
    public MachineFault(String fact, String nextStep) {
        super(fact + "\n" + nextStep);
    }

    /** The same, with what caused it. */
    public MachineFault(String fact, String nextStep, Throwable cause) {
        super(fact + "\n" + nextStep, cause);
    }
}

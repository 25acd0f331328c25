package edgecraft.workshop.proof;

/**
 * An expectation that does not hold.
 *
 * @param expected what had to come
 * @param came what came instead
 * @param said what the check, or javac, had to say; may be empty
 */
public record Complaint(String expected, String came, String said) {

    @Override
    public String toString() {
        return "expected " + expected + "; it came " + came + (said.isEmpty() ? "" : ": " + said);
    }
}

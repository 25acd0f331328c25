package edgecraft.access;

/** Why a viewer is not let in. */
enum Why {
    NO_TARGET(400, "This address can't be understood."),
    TWO_PATHS(400, "This address can be understood in more than one way."),
    NO_PASS(403, "Whoever asks for this needs a pass."),
    BAD_PASS(403, "This pass can't be read."),
    NOT_SIGNED(403, "Nobody who may do so has signed this pass."),
    BAD_POLICY(403, "This pass says something that is not understood here."),
    ELSEWHERE(403, "This pass is for another address."),
    NOT_NOW(403, "This pass is not good at this time."),
    OTHER_NETWORK(403, "This pass is for another network.");

    private final int status;
    private final String sentence;

    Why(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    int status() {
        return status;
    }

    /** For the viewer. */
    String sentence() {
        return sentence;
    }
}

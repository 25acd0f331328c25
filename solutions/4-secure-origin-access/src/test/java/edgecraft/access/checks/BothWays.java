package edgecraft.access.checks;

import edgecraft.fixtures.Randoms;

/** Viewers of one gate who show what was signed for them: each first in the URL, and then in cookies. */
final class BothWays {

    private final Gated gate;

    BothWays(Gated gate) {
        this.gate = gate;
    }

    /** A new id for a key. */
    static String id(Randoms random) {
        return "K" + random.name();
    }

    /**
     * A new target, which upstream answers with a text of its own.
     *
     * @param directory what it begins with, for example {@code /music/}
     */
    String page(String directory, Randoms random) {
        String target = directory + random.name() + ".mp4";
        gate.upstream().answer(target).body(Gated.text(target));
        return target;
    }

    /** Whom this signer has signed for, the gate lets in. */
    void assertLetIn(String why, Signer signer, String target) {
        gate.assertLetIn(why + " (URL)", gate.viewer().get(gate.signed(signer, target)), target);
        gate.assertLetIn(why + " (cookies)", gate.viewer().get(target, "Cookie", gate.cookie(signer, target)), target);
    }

    /** Whom this signer has signed for, the gate refuses. */
    void assertRefused(String why, Signer signer, String target) {
        gate.assertRefused(why + " (URL)", gate.signed(signer, target));
        gate.assertRefused(why + " (cookies)", target, "Cookie", gate.cookie(signer, target));
    }
}

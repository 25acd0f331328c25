package edgecraft.workshop.proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of the many cases (mistakes, cheats, accepted answers, transcripts) a run of the proofs judges: all of them, or a
 * share for a machine that has no time for more. The shares of as many runs are all there are, each once.
 *
 * @param number from 1
 * @param of how many shares there are
 */
public record ProofShare(int number, int of) {

    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d?)/([1-9]\\d?)");

    public ProofShare {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("there is no share " + number + " of " + of);
        }
    }

    /** The share that {@code -Dproof.share=2/3} names; all when nothing is said. */
    public static ProofShare ofThisRun() {
        return said(System.getProperty("proof.share"));
    }

    static ProofShare said(@Nullable String written) {
        if (written == null) {
            return new ProofShare(1, 1);
        }
        Matcher share = WRITTEN.matcher(written);
        if (!share.matches()) {
            throw new IllegalArgumentException("proof.share is written like 2/3, and not " + written);
        }
        return new ProofShare(Integer.parseInt(share.group(1)), Integer.parseInt(share.group(2)));
    }

    /** Whether the case of that name is in it. */
    public boolean has(String name) {
        return Math.floorMod(name.hashCode(), of) == number - 1;
    }
}
